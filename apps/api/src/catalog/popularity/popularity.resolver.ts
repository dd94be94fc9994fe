import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isOutsider } from '@accord/domain';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Parameters } from '../../platform/database/parameters.js';
import { CurrentLoaders, defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { Service } from '../services/service.type.js';
import { ordersNearby } from './orders-nearby.js';

/** Orders of every service by colleagues of the viewer, up to a day. */
const nearbyOn = defineLoader<string, ReadonlyMap<string, number>>((days, { manager, act }) =>
  Promise.all(
    days.map(async (day) => {
      const parameters = new Parameters();
      const rows: { service_id: string; orders: number }[] = await manager.query(
        ordersNearby(act.viewer!, day, parameters),
        parameters.values,
      );
      return new Map(rows.map((row) => [row.service_id, row.orders]));
    }),
  ),
);

@Resolver(() => Service)
export class PopularityResolver {
  @ResolveField(() => Int, {
    description:
      'How often it was ordered in the last 90 days by people of the unit of the viewer, or of the nearest one above it that has at least five people.',
  })
  async ordersNearby(
    @Parent() { id }: ServiceEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (isOutsider(viewer)) return 0;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    return (await loaders.load(nearbyOn, today)).get(id) ?? 0;
  }
}

import { canSeePrices } from '@accord/domain';
import { Field, Float, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ServiceEntity } from '../catalog/services/service.entity.js';
import { Service } from '../catalog/services/service.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { CurrentLoaders, defineLoader, type Loaders } from '../platform/graphql/loaders.js';

/** Of fewer one could tell whose they were, and they say little. */
const FEWEST = 5;

@ObjectType({
  description: 'How long orders of the last year took from submission to delivery, by the clock on the wall.',
})
export class DeliveryTimes {
  @Field(() => Float, { description: 'Half of them took no longer.' })
  p50Hours!: number;

  @Field(() => Float, { description: 'Nine of ten took no longer.' })
  p90Hours!: number;

  @Field(() => Int)
  orders!: number;
}

const deliveryTimes = defineLoader<string, (DeliveryTimes & { serviceId: string }) | null>(
  async (ids, { manager, act }) => {
    const rows = await manager.query(
      `SELECT p.service_id AS "serviceId", count(*)::int AS orders,
              round((percentile_disc(0.5) WITHIN GROUP (ORDER BY took) / 3600)::numeric, 1)::float AS "p50Hours",
              round((percentile_disc(0.9) WITHIN GROUP (ORDER BY took) / 3600)::numeric, 1)::float AS "p90Hours"
         FROM (SELECT i.plan_id, extract(epoch FROM i.delivered_at - o.submitted_at) AS took
                 FROM order_item i JOIN service_order o ON o.id = i.order_id
                WHERE i.delivered_at > $2::timestamptz - interval '365 days' AND i.delivered_at <= $2) delivered
         JOIN plan p ON p.id = delivered.plan_id
        WHERE p.service_id = ANY ($1::uuid[])
        GROUP BY p.service_id HAVING count(*) >= ${FEWEST}`,
      [ids, act.at],
    );
    return inOrderOf(ids, rows as (DeliveryTimes & { serviceId: string })[], ({ serviceId }) => serviceId);
  },
);

@Resolver(() => Service)
export class DeliveryTimesResolver {
  @ResolveField(() => DeliveryTimes, {
    nullable: true,
    description:
      'As measured, whatever is promised; null while fewer than five were delivered, and for people outside.',
  })
  deliveryTimes(@Parent() { id }: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(viewer) ? loaders.load(deliveryTimes, id) : null;
  }
}

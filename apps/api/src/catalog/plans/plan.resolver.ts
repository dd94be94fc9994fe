import { canSeePrices } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { PlanEntity } from './plan.entity.js';
import { offeredPrices, priceListsOfPlan } from './plan.loader.js';
import { AnnouncedPrices, Plan, PriceComponent, PriceList } from './plan.type.js';

@Resolver(() => Plan)
export class PlanResolver {
  @ResolveField(() => [PriceComponent], {
    description: 'What new orders cost today; empty without the right to see prices.',
  })
  async prices(@Parent() { id }: PlanEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(viewer) ? ((await loaders.load(offeredPrices, id)).now ?? []) : [];
  }

  @ResolveField(() => AnnouncedPrices, {
    nullable: true,
    description:
      'What new orders cost from a later day on; null when nothing is announced, or without the right to see prices.',
  })
  async announced(@Parent() { id }: PlanEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(viewer) ? (await loaders.load(offeredPrices, id)).next : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether new orders can begin today; else from `announced.from` on.' })
  async isPriced(@Parent() { id }: PlanEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(offeredPrices, id)).now !== null;
  }

  @ResolveField(() => [PriceList], {
    description:
      'Prices by day, oldest first, those that are announced included; empty without the right to see prices.',
  })
  priceLists(@Parent() { id }: PlanEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(viewer) ? loaders.load(priceListsOfPlan, id) : [];
  }
}

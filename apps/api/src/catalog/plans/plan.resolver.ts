import { canSeePrices } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { PlanEntity } from './plan.entity.js';
import { priceListsOfPlan, pricesOfPlan } from './plan.loader.js';
import { Plan, PriceComponent, PriceList } from './plan.type.js';

@Resolver(() => Plan)
export class PlanResolver {
  @ResolveField(() => [PriceComponent], {
    description: 'What new orders cost today; empty without the right to see prices.',
  })
  prices(@Parent() { id }: PlanEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(viewer) ? loaders.load(pricesOfPlan, id) : [];
  }

  @ResolveField(() => [PriceList], {
    description:
      'Prices by day, oldest first, those that are announced included; empty without the right to see prices.',
  })
  priceLists(@Parent() { id }: PlanEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(viewer) ? loaders.load(priceListsOfPlan, id) : [];
  }
}

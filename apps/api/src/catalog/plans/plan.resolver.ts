import { canSeePrices } from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { PlanEntity } from './plan.entity.js';
import { AddPlanInput, AddPlanPayload, ChangePlanInput, ChangePlanPayload, EndPlanPayload } from './plan.input.js';
import { pricesOfPlan } from './plan.loader.js';
import { Plan, PriceComponent } from './plan.type.js';
import { Plans } from './plans.js';

@Resolver(() => Plan)
export class PlanResolver {
  constructor(private readonly plans: Plans) {}

  @Mutation(() => AddPlanPayload)
  addPlan(@CurrentAct() act: Act, @Args('input') input: AddPlanInput) {
    return toPayload('plan', () => this.plans.add(act, input));
  }

  @Mutation(() => ChangePlanPayload)
  changePlan(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangePlanInput,
  ) {
    return toPayload('plan', () => this.plans.change(act, id, input));
  }

  @Mutation(() => EndPlanPayload, { description: 'The plan can no longer be chosen; who has it keeps it.' })
  endPlan(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('plan', () => this.plans.end({ ...act, reason }, id));
  }

  @ResolveField(() => [PriceComponent], { description: 'Empty without the right to see prices.' })
  prices(@Parent() plan: PlanEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePrices(act.viewer) ? loaders.load(pricesOfPlan, plan.id) : [];
  }
}

import { canSeeBudget } from '@accord/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { teamById } from '../people/team.loader.js';
import { Team } from '../people/team.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { Money } from '../platform/graphql/money.type.js';
import { OrderQuote } from './order-cost.type.js';
import { DraftOrderInput } from './order.input.js';
import { type Quote, Quotes } from './quotes.js';

@Resolver(() => OrderQuote)
export class OrderQuoteResolver {
  constructor(private readonly quotes: Quotes) {}

  @Query(() => OrderQuote)
  orderQuote(@CurrentAct() act: Act, @Args('input') input: DraftOrderInput) {
    return this.quotes.of(act, input);
  }

  @ResolveField(() => Money, { nullable: true, description: 'Null without a budget, or the right to see it.' })
  budgetLeft(@Parent() { budget }: Quote, @CurrentAct() { viewer }: Act) {
    if (!budget || !canSeeBudget(viewer, budget.unitId)) return null;
    return { amount: budget.left, currency: budget.currency };
  }

  @ResolveField(() => [Person])
  approvers(@Parent() { approverIds }: Quote, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(approverIds.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => Team, { nullable: true, description: 'Who would fulfil it.' })
  team(@Parent() { teamId }: Quote, @CurrentLoaders() loaders: Loaders) {
    return teamId && loaders.load(teamById, teamId);
  }
}

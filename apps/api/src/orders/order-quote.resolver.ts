import { budgetLeft, canSeeBudget, inCurrencyDigits } from '@accord/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { agreementById } from '../agreements/agreement.loader.js';
import { Agreement } from '../agreements/agreement.type.js';
import { Plan } from '../catalog/plans/plan.type.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { teamById } from '../people/team.loader.js';
import { Team } from '../people/team.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { Money } from '../platform/graphql/money.type.js';
import { PlannedStage } from './approvals/approval.type.js';
import { LaterYearOfOrder } from './budgets/later-year.type.js';
import { ruleRow } from './approvals/stage-rule.type.js';
import { OrderQuote, QuotedItem } from './order-cost.type.js';
import { DraftOrderInput } from './order.input.js';
import { planById } from './order.loader.js';
import { type ItemQuote, type Quote, Quotes } from './quotes.js';

@Resolver(() => OrderQuote)
export class OrderQuoteResolver {
  constructor(private readonly quotes: Quotes) {}

  @Query(() => OrderQuote, { description: 'The key of the input means nothing here.' })
  quoteOrder(@CurrentAct() act: Act, @Args('input') input: DraftOrderInput) {
    return this.quotes.of(act, input);
  }

  @ResolveField(() => Money, { nullable: true, description: 'Null without a budget, or the right to see it.' })
  budgetLeft(@Parent() { budget }: Quote, @CurrentAct() { viewer }: Act) {
    if (!budget || !canSeeBudget(viewer, budget.unitId)) return null;
    return { amount: budget.left, currency: budget.currency };
  }

  @ResolveField(() => [LaterYearOfOrder], { description: 'What follows in the years after the one that pays first.' })
  laterYears(@Parent() { years, cost }: Quote, @CurrentAct() { viewer }: Act): LaterYearOfOrder[] {
    const { currency } = cost.total;
    const money = (amount: string) => ({ amount, currency });
    return years.map(({ from, to, amount, budget, fromAbove }) => ({
      from,
      to,
      cost: money(amount),
      budgetLeft: budget && canSeeBudget(viewer, budget.unitId) ? money(budgetLeft(budget)) : null,
      fromAbove: fromAbove === null ? null : money(inCurrencyDigits(fromAbove, currency)),
    }));
  }

  @ResolveField(() => [Person])
  approvers(@Parent() { stages }: Quote, @CurrentLoaders() loaders: Loaders) {
    const asked = new Set(stages.flatMap(({ personIds }) => personIds));
    return Promise.all([...asked].map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => [PlannedStage], { description: 'The stages that it would go through.' })
  stages(@Parent() { stages }: Quote) {
    return stages.map(({ overBudget, automatic, personIds, ...stage }) => {
      const rule = automatic?.sentence ?? null;
      return { ...ruleRow(stage), overBudget, rule, personIds };
    });
  }
}

@Resolver(() => QuotedItem)
export class QuotedItemResolver {
  @ResolveField(() => Plan)
  plan(@Parent() { planId }: ItemQuote, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, planId);
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description:
      'The SLA that comes with its subscription today, and ends when this is accepted; null where none does.',
  })
  endsAgreement(@Parent() { endsAgreementId }: ItemQuote, @CurrentLoaders() loaders: Loaders) {
    return endsAgreementId && loaders.load(agreementById, endsAgreementId);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Who would fulfil it.' })
  team(@Parent() { teamId }: ItemQuote, @CurrentLoaders() loaders: Loaders) {
    return teamId && loaders.load(teamById, teamId);
  }
}

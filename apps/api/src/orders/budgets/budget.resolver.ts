import { budgetLeft, canSetBudget, inCurrencyDigits } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { orderById } from '../order.loader.js';
import { Order } from '../order.type.js';
import { subscriptionById } from '../subscriptions/subscription.loader.js';
import { ServiceSubscription } from '../subscriptions/subscription.type.js';
import type { BudgetEntity } from './budget.entity.js';
import { BudgetLists, type BudgetEntryRow } from './budget-lists.js';
import {
  AddBudgetInput,
  AddBudgetPayload,
  Budget,
  BudgetEntry,
  BudgetEntryConnection,
  ChangeBudgetPayload,
} from './budget.type.js';
import { Budgets } from './budgets.js';
import { laterYearsOfBudget } from './later-years.loader.js';
import { LaterYear } from './later-year.type.js';

@Resolver(() => Budget)
export class BudgetResolver {
  constructor(
    private readonly useCases: Budgets,
    private readonly lists: BudgetLists,
  ) {}

  @Query(() => [Budget], { description: 'Those of the units whose budgets the viewer reads, newest first.' })
  budgets(@CurrentAct() act: Act) {
    return this.lists.all(act);
  }

  @Query(() => Budget, { nullable: true })
  budget(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @Mutation(() => AddBudgetPayload)
  addBudget(@CurrentAct() act: Act, @Args('input') input: AddBudgetInput) {
    return toPayload('budget', () => this.useCases.add(act, input));
  }

  @Mutation(() => ChangeBudgetPayload, { description: 'Never below what is reserved, committed or spent.' })
  changeBudget(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('amount', { type: () => DecimalScalar }) amount: string,
    @Args('reason') reason: string,
    @Args('reservationDays', { type: () => Int, nullable: true, description: 'Omitted: as before.' })
    reservationDays: number | null,
  ) {
    return toPayload('budget', () =>
      this.useCases.change({ ...act, reason }, id, version, { amount, reservationDays }),
    );
  }

  @ResolveField(() => BusinessUnit)
  unit(@Parent() { unitId }: BudgetEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: BudgetEntity) {
    return moneyOf(amount, currency);
  }

  @ResolveField(() => Money, { description: 'Promised to orders that nobody has approved yet.' })
  reserved(@Parent() { reserved, currency }: BudgetEntity) {
    return moneyOf(reserved, currency);
  }

  @ResolveField(() => Money, {
    description: 'Promised to approved orders, and what can still be charged of live subscriptions in its months.',
  })
  committed(@Parent() { committed, currency }: BudgetEntity) {
    return moneyOf(committed, currency);
  }

  @ResolveField(() => Money, { description: 'What charges have shown.' })
  spent(@Parent() { spent, currency }: BudgetEntity) {
    return moneyOf(spent, currency);
  }

  @ResolveField(() => Money, {
    description: 'By how much charges, and what live subscriptions still cost, go beyond it; no order ever does.',
  })
  overrun(@Parent() { overrun, currency }: BudgetEntity) {
    return moneyOf(overrun, currency);
  }

  @ResolveField(() => [LaterYear], {
    description: 'What approved orders of its unit and of those below will cost after its last day.',
  })
  async laterYears(@Parent() { id, currency }: BudgetEntity, @CurrentLoaders() loaders: Loaders) {
    const years = await loaders.load(laterYearsOfBudget, id);
    return years.map(({ amount, ...year }) => ({ ...year, cost: moneyOf(amount, currency) }));
  }

  @ResolveField(() => Money, {
    description: 'What nobody has reserved, committed or spent; below nothing once charges went beyond it.',
  })
  left(@Parent() budget: BudgetEntity) {
    return { amount: budgetLeft(budget), currency: budget.currency };
  }

  @ResolveField(() => Boolean)
  async viewerCanChange(
    @Parent() { unitId }: BudgetEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const unit = await loaders.load(businessUnitById, unitId);
    return unit !== null && canSetBudget(viewer, unit);
  }

  @ResolveField(() => BudgetEntryConnection, {
    description: 'Newest first; empty for an approver who sees no more of the budget than where it stands.',
  })
  entries(
    @Parent() budget: BudgetEntity,
    @CurrentAct() act: Act,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.entries(act, budget, first ?? 50, after);
  }
}

@Resolver(() => BudgetEntry)
export class BudgetEntryResolver {
  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: BudgetEntryRow) {
    return moneyOf(amount, currency);
  }

  @ResolveField(() => Order, { nullable: true, description: 'Null for charges, and for what became so by itself.' })
  order(@Parent() { orderId }: BudgetEntryRow, @CurrentLoaders() loaders: Loaders) {
    return orderId && loaders.load(orderById, orderId);
  }

  @ResolveField(() => ServiceSubscription, {
    nullable: true,
    description: 'The one that turned out to cost more or less.',
  })
  subscription(@Parent() { subscriptionId }: BudgetEntryRow, @CurrentLoaders() loaders: Loaders) {
    return subscriptionId && loaders.load(subscriptionById, subscriptionId);
  }
}

const moneyOf = (amount: string, currency: string) => ({ amount: inCurrencyDigits(amount, currency), currency });

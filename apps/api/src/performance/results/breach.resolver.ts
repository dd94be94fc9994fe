import { reachBehind } from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { explain } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import type { BreachRow, CreditRow } from './breach.loader.js';
import { BreachLists } from './breach-lists.js';
import { Breach, BreachConnection, ServiceCredit } from './breach.type.js';
import { PeriodResult } from './period-result.type.js';
import { resultById } from './result.loader.js';

@Resolver(() => Breach)
export class BreachResolver {
  constructor(private readonly breaches: BreachLists) {}

  @Query(() => BreachConnection, { name: 'breaches' })
  list(
    @CurrentAct() act: Act,
    @Args('period', { type: () => String, nullable: true }) period: string | null,
    @Args('providerId', { type: () => ID, nullable: true }) providerId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.breaches.page(reachBehind(act.viewer), { period, providerId, first: first ?? 50, after });
  }

  @ResolveField(() => PeriodResult)
  result(@Parent() { resultId }: BreachRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(resultById, resultId);
  }

  @ResolveField(() => ServiceCredit, { nullable: true })
  credit(@Parent() { credit }: BreachRow) {
    if (!credit) return null;
    const { currency, charge, amount, difference } = credit;
    const money = (value: string | null) => (value === null ? null : { amount: value, currency });
    return { ...credit, charge: money(charge), amount: money(amount), difference: money(difference) };
  }
}

@Resolver(() => ServiceCredit)
export class ServiceCreditResolver {
  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

import { maySeeBehind, reachBehind } from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { explain } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import { type BreachRow, creditInPlaceOf, creditOfResult, type CreditRow } from './breach.loader.js';
import { BreachLists } from './breach-lists.js';
import { Breach, BreachConnection, ServiceCredit } from './breach.type.js';
import { newerRevisionOf } from './newer-revision.loader.js';
import { NewerRevision } from './newer-revision.type.js';
import { PeriodResult } from './period-result.type.js';
import type { ResultRow } from './result-fields.js';
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
    return credit && shownCredit(credit);
  }

  @ResolveField(() => NewerRevision, { nullable: true, description: 'What replaced a superseded breach, and why.' })
  newerRevision(@Parent() { resultId }: BreachRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(newerRevisionOf, resultId);
  }
}

@Resolver(() => PeriodResult)
export class CreditedResultResolver {
  @ResolveField(() => ServiceCredit, {
    nullable: true,
    description: 'What is owed for this revision, or posted back by it; difference is null where it is the first.',
  })
  async credit(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!maySeeBehind(viewer, await loaders.load(placeOfCommitment, commitmentId))) return null;
    const credit = await loaders.load(creditOfResult, id);
    return credit && shownCredit(credit);
  }
}

/** A credit as `ServiceCredit` shows it. */
export function shownCredit(credit: CreditRow) {
  const { currency, charge, amount, difference } = credit;
  const money = (value: string | null) => (value === null ? null : { amount: value, currency });
  return { ...credit, charge: money(charge), amount: money(amount), difference: money(difference) };
}

@Resolver(() => ServiceCredit)
export class ServiceCreditResolver {
  @ResolveField(() => ServiceCredit, {
    nullable: true,
    description: 'What the newest revision owes instead, or takes back; null while this credit stands.',
  })
  async replacedBy(@Parent() { resultId }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    const credit = await loaders.load(creditInPlaceOf, resultId);
    return credit && shownCredit(credit);
  }

  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

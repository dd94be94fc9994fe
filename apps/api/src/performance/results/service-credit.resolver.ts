import { maySeeBehind, reachBehind } from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { explain } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import { placeOfCommitment } from '../place.loader.js';
import { creditById, creditInPlaceOf, creditOfResult, type CreditRow } from './breach.loader.js';
import { ServiceCredit, ServiceCreditConnection } from './breach.type.js';
import { CreditLists } from './credit-lists.js';
import { PeriodResult } from './period-result.type.js';
import type { ResultRow } from './result-fields.js';
import { resultById } from './result.loader.js';
import { shownCredit } from './shown-credit.js';

@Resolver(() => ServiceCredit)
export class ServiceCreditResolver {
  constructor(private readonly credits: CreditLists) {}

  @Query(() => ServiceCreditConnection, {
    name: 'serviceCredits',
    description: 'Newest first. What a restatement changed of a credit is a row of its own.',
  })
  list(
    @CurrentAct() act: Act,
    @Args('period', { type: () => String, nullable: true }) period: string | null,
    @Args('providerId', { type: () => ID, nullable: true }) providerId: string | null,
    @Args('restated', {
      type: () => Boolean,
      defaultValue: false,
      nullable: true,
      description: 'Only what restatements posted.',
    })
    restated: boolean | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const asked = { period, providerId, restated: restated ?? false, first: first ?? 50, after };
    return this.credits.page(reachBehind(act.viewer), asked);
  }

  @ResolveField(() => PeriodResult, { description: 'The revision that it was posted with.' })
  result(@Parent() { resultId }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(resultById, resultId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it was restated; null for the first.' })
  async reason(@Parent() { resultId }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(resultById, resultId))!.reason;
  }

  @ResolveField(() => ServiceCredit, {
    nullable: true,
    description: 'What was posted for the period before, which this changes; null where nothing was.',
  })
  async corrects(@Parent() { correctsId }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    const credit = correctsId && (await loaders.load(creditById, correctsId));
    return credit ? shownCredit(credit) : null;
  }

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

@Resolver(() => PeriodResult)
export class CreditedResultResolver {
  @ResolveField(() => ServiceCredit, {
    nullable: true,
    description: 'What this revision would owe alone, or takes back; difference is null where it is the first.',
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

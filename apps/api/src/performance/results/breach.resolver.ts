import { reachBehind } from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { BreachRow } from './breach.loader.js';
import { BreachLists } from './breach-lists.js';
import { Breach, BreachConnection, ServiceCredit } from './breach.type.js';
import { newerRevisionOf } from './newer-revision.loader.js';
import { NewerRevision } from './newer-revision.type.js';
import { PeriodResult } from './period-result.type.js';
import { resultById } from './result.loader.js';
import { shownCredit } from './shown-credit.js';

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

import {
  assertPeriodId,
  canManageReviews,
  canSeeScorecard,
  isContactOf,
  mayApproveScorecard,
  type Viewer,
} from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { commitmentById } from '../agreements/commitment.loader.js';
import { Commitment } from '../agreements/commitment.type.js';
import { administratorsEver } from '../people/administrators.loader.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { explain } from '../performance/explanation/explain.js';
import { ExplanationStep } from '../performance/explanation/explanation.type.js';
import { restatementOf } from '../performance/results/newer-revision.loader.js';
import { NewerRevision } from '../performance/results/newer-revision.type.js';
import { PeriodResult } from '../performance/results/period-result.type.js';
import { resultById } from '../performance/results/result.loader.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import type { ProviderEntity } from '../providers/provider.entity.js';
import { providerById } from '../providers/provider.loader.js';
import { Provider } from '../providers/provider.type.js';
import type { KPIEntity } from './kpi.entity.js';
import type { KPIScoreRow, ScorecardRow } from './scorecard-facts.js';
import {
  kpisOfVersion,
  scorecardKey,
  scorecardOfProvider,
  scorecardVersionsOf,
  servicesOfProvider,
} from './scorecard.loader.js';
import {
  ApproveScorecardPayload,
  KPI,
  KPIScore,
  ProposeScorecardInput,
  ProposeScorecardPayload,
  RefuseScorecardPayload,
  Scorecard,
  ScorecardVersion,
} from './scorecard.type.js';
import type { ScorecardVersionEntity } from './scorecard-version.entity.js';
import { Scorecards } from './scorecards.js';

@Resolver(() => Provider)
export class MeasuredProviderResolver {
  @ResolveField(() => Scorecard, {
    nullable: true,
    description: 'Null without KPIs or without the right to see them. Default: the newest month that is closed.',
  })
  async scorecard(
    @Parent() { id }: ProviderEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('period', { type: () => String, nullable: true, description: '2026-03 or 2026-Q1.' }) period: string | null,
  ) {
    if (period) assertPeriodId(period);
    if (!(await mayRead(viewer, id, loaders))) return null;
    return loaders.load(scorecardOfProvider, scorecardKey(id, period ?? null));
  }

  @ResolveField(() => [ScorecardVersion], { description: 'Newest first; none without the right to see them.' })
  async scorecardVersions(
    @Parent() { id }: ProviderEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return (await mayRead(viewer, id, loaders)) ? loaders.load(scorecardVersionsOf, id) : [];
  }

  @ResolveField(() => Boolean)
  viewerCanProposeScorecard(@Parent() { id, endedAt }: ProviderEntity, @CurrentAct() { viewer }: Act): boolean {
    return endedAt === null && canManageReviews(viewer, id);
  }
}

/** Only who is neither outside nor reads everything needs the services looked up. */
async function mayRead(viewer: Viewer, providerId: string, loaders: Loaders): Promise<boolean> {
  if (isContactOf(viewer, providerId)) return false;
  if (canSeeScorecard(viewer, providerId, [])) return true;
  return canSeeScorecard(viewer, providerId, await loaders.load(servicesOfProvider, providerId));
}

@Resolver(() => ScorecardVersion)
export class ScorecardVersionResolver {
  constructor(private readonly scorecards: Scorecards) {}

  @Mutation(() => ProposeScorecardPayload)
  proposeScorecard(@CurrentAct() act: Act, @Args('input') input: ProposeScorecardInput) {
    return toPayload('scorecardVersion', () => this.scorecards.propose(act, input));
  }

  @Mutation(() => ApproveScorecardPayload, { description: 'By a second person.' })
  approveScorecard(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('scorecardVersion', () => this.scorecards.approve(act, id));
  }

  @Mutation(() => RefuseScorecardPayload, { description: 'Whoever proposed it withdraws it this way.' })
  refuseScorecard(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('scorecardVersion', () => this.scorecards.refuse(act, id, reason));
  }

  @ResolveField(() => Provider)
  provider(@Parent() { providerId }: ScorecardVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(providerById, providerId);
  }

  @ResolveField(() => [KPI])
  kpis(@Parent() { id }: ScorecardVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(kpisOfVersion, id);
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: ScorecardVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: ScorecardVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() version: ScorecardVersionEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (version.state !== 'proposed' || !canManageReviews(viewer, version.providerId)) return false;
    return mayApproveScorecard(version, viewer, await loaders.load(administratorsEver, 'ever'));
  }

  @ResolveField(() => Boolean)
  viewerCanWithdraw(@Parent() { state, proposedById }: ScorecardVersionEntity, @CurrentAct() { viewer }: Act) {
    return state === 'proposed' && proposedById === viewer.personId;
  }
}

@Resolver(() => KPI)
export class KPIResolver {
  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: KPIEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }
}

@Resolver(() => Scorecard)
export class ScorecardResolver {
  @ResolveField(() => Provider)
  provider(@Parent() { providerId }: ScorecardRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(providerById, providerId);
  }

  @ResolveField(() => ScorecardVersion)
  version(@Parent() { version }: ScorecardRow) {
    return version;
  }

  @ResolveField(() => [KPIScore])
  kpis(@Parent() { kpis }: ScorecardRow) {
    return kpis;
  }

  @ResolveField(() => [NewerRevision], {
    description:
      'Results of the period that were restated, each with the revision before it; the score uses the newest.',
  })
  async newerRevisions(@Parent() { kpis }: ScorecardRow, @CurrentLoaders() loaders: Loaders) {
    const ids = new Set(kpis.flatMap(({ results }) => results.map(({ id }) => id)));
    const restated = await Promise.all([...ids].map((id) => loaders.load(restatementOf, id)));
    return restated.filter((row) => row !== null);
  }

  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: ScorecardRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

@Resolver(() => KPIScore)
export class KPIScoreResolver {
  @ResolveField(() => KPI)
  kpi(@Parent() { kpi }: KPIScoreRow) {
    return kpi;
  }

  @ResolveField(() => [PeriodResult], { description: 'What the score was computed from, oldest first.' })
  results(@Parent() { results }: KPIScoreRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(results.map(({ id }) => loaders.load(resultById, id)));
  }

  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: KPIScoreRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

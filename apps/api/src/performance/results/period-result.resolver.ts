import { calendarDaysOf, maySeeBehind, maySeeTickets, maySeeWhy, sharePercents } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { commitmentById } from '../../agreements/commitment.loader.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { termsById } from '../../agreements/commitment-terms.loader.js';
import { CommitmentTerms } from '../../agreements/commitment-terms.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { placeOfCommitment } from '../place.loader.js';
import { explain, withBounds, withCorrected, withoutCredit, withoutTickets } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import { aroundLimitOfResult } from '../measurements/around-limit.loader.js';
import { correctedKey, correctedMeasurementsOf } from '../measurements/corrected-measurement.loader.js';
import { correctionsOfResult } from '../outages/outage-correction.loader.js';
import { Breach } from './breach.type.js';
import { breachOfResult } from './breach.loader.js';
import { contributionsKey, contributionsOf, type ContributionRow } from './contribution.loader.js';
import type { ContributionNode } from './contribution.resolver.js';
import { ContributionConnection } from './contribution.type.js';
import {
  BudgetProjection,
  BurndownPoint,
  BurnRates,
  DayAvailability,
  ScoreCount,
  PeriodResult,
} from './period-result.type.js';
import { ClosePeriodPayload, RestateResultPayload } from './result-payloads.js';
import type { ResultRow } from './result-fields.js';
import { judgementOf, resultById, revisionsOf } from './result.loader.js';
import { Results } from './results.js';

type RestatableRow = ResultRow & { readonly viewerCanRestate: boolean; readonly hasLateData: boolean };

@Resolver(() => PeriodResult)
export class PeriodResultResolver {
  constructor(private readonly results: Results) {}

  @Mutation(() => ClosePeriodPayload, {
    description:
      'Freezes the results of an ended period: of the commitments named, or of all that the viewer may close.',
  })
  async closePeriod(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('period') period: string,
    @Args('commitmentIds', { type: () => [ID], nullable: true }) commitmentIds: string[] | null,
  ) {
    const { ids, leftOut } = await this.results.closePeriod(act, period, commitmentIds ?? null);
    const results = await Promise.all(ids.map((id) => loaders.load(resultById, id)));
    return { results, leftOut, errors: [] };
  }

  @Mutation(() => RestateResultPayload)
  restateResult(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('result', async () => loaders.load(resultById, await this.results.restate(act, id, reason)));
  }

  @ResolveField(() => Boolean)
  async viewerCanRestate(@Parent() { id, viewerCanRestate, hasLateData }: RestatableRow, @CurrentAct() act: Act) {
    return viewerCanRestate && !(hasLateData && (await this.results.isBetteredByOwnData(act, id)));
  }

  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }

  @ResolveField(() => CommitmentTerms)
  terms(@Parent() { termsId }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(termsById, termsId);
  }

  @ResolveField(() => [BurndownPoint])
  async burndown(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    const { burndown } = await loaders.load(judgementOf, id);
    return burndown.map(({ at, leftPercent }) => ({ at: new Date(at), leftPercent }));
  }

  @ResolveField(() => BudgetProjection, {
    nullable: true,
    description:
      'Where the budget of a running period goes if the rest of it is like the period so far; null once it is over, while ' +
      'nothing was spent, and once more than everything is.',
  })
  async projection(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    const { projection } = await loaders.load(judgementOf, id);
    if (!projection) return null;
    const { at, leftPercent, exhaustedAt } = projection;
    return { at: new Date(at), leftPercent, exhaustedAt: exhaustedAt === null ? null : new Date(exhaustedAt) };
  }

  @ResolveField(() => BurnRates, { nullable: true, description: 'Of a running period; null once it is over.' })
  async burnRates(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(judgementOf, id)).burnRates;
  }

  @ResolveField(() => [DayAvailability], {
    description: 'Days of the period, for the availability strip; empty for other indicators.',
  })
  async days(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(judgementOf, id)).days;
  }

  @ResolveField(() => [ScoreCount], {
    description:
      'Of satisfaction: how often each score of the scale was given, the lowest first; empty for other indicators, and ' +
      'where there are too few answers to say anything of them.',
  })
  async scores(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    const { scores } = await loaders.load(judgementOf, id);
    const percents = sharePercents(scores.map(({ answers }) => answers));
    return scores.map((score, i) => ({ ...score, sharePercent: percents[i] }));
  }

  @ResolveField(() => [ExplanationStep])
  async explanation(@Parent() result: ResultRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const place = await loaders.load(placeOfCommitment, result.commitmentId);
    if (!maySeeWhy(viewer, place, calendarDaysOf(result.period))) return [];
    const judged = await loaders.load(judgementOf, result.id);
    const explanation = withBounds(judged.explanation, await loaders.load(aroundLimitOfResult, result.id));
    const known = maySeeBehind(viewer, place)
      ? withCorrected(explanation, {
          measurements: await loaders.load(correctedMeasurementsOf, correctedKey(result.id)),
          outages: await loaders.load(correctionsOfResult, result.id),
        })
      : withoutCredit(explanation);
    const steps = maySeeTickets(viewer, place) ? known : withoutTickets(known);
    return explain(loaders, steps, [`commitmentTerms:${result.termsId}`, `calendar:${result.calendarVersionId}`]);
  }

  @ResolveField(() => ContributionConnection, {
    description: 'Outages, tickets or counts behind the figure, what spent most of the budget first.',
  })
  async contributions(
    @Parent() { id: resultId, commitmentId, period, timeZone }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('onlyBad', { type: () => Boolean, defaultValue: false, nullable: true }) onlyBad: boolean | null,
    @Args('from', {
      type: () => CalendarDateScalar,
      nullable: true,
      description:
        'First day, in the zone of the result: tickets decided since, groups of answers that ended since, and what else ended later.',
    })
    from: string | null,
    @Args('to', { type: () => CalendarDateScalar, nullable: true, description: 'Last day, likewise.' })
    to: string | null,
  ) {
    const size = pageSize(first ?? 50);
    const place = await loaders.load(placeOfCommitment, commitmentId);
    const seen = after ? readCursor(after, ['integer'])[0] : 0;
    const asked = contributionsKey({
      resultId,
      size,
      after: seen,
      onlyBad: onlyBad ?? false,
      from: from ?? null,
      to: to ?? null,
    });
    const known = maySeeWhy(viewer, place, calendarDaysOf(period));
    const page = known ? await loaders.load(contributionsOf, asked) : { rows: [], totalCount: 0 };
    const shown = page.rows.some(({ kind }) => kind === 'ticket') && !maySeeTickets(viewer, place) ? [] : page.rows;
    const behind = maySeeBehind(viewer, place);
    const { edges, pageInfo } = toConnection(shown, size, ({ position }) => [position]);
    const nodes = edges.map(({ cursor, node }) => ({ cursor, node: contribution(node, behind, timeZone) }));
    return { edges: nodes, pageInfo, totalCount: page.totalCount };
  }

  @ResolveField(() => Breach, { nullable: true })
  async breach(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return maySeeBehind(viewer, place) ? loaders.load(breachOfResult, id) : null;
  }

  @ResolveField(() => [PeriodResult], { description: 'Every revision of this period, newest first.' })
  revisions(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(revisionsOf, id);
  }

  @ResolveField(() => Person, { nullable: true })
  frozenBy(@Parent() { frozenById }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return frozenById && loaders.load(personById, frozenById);
  }
}

function contribution(
  { resultId, position, kind, evidenceId, label, countedMs, ...row }: ContributionRow,
  behind: boolean,
  timeZone: string,
): ContributionNode {
  return {
    behind,
    timeZone,
    ...row,
    id: `${resultId}:${position}`,
    evidence: { kind, id: evidenceId, label },
    countedMs: countedMs === null ? null : Number(countedMs),
  };
}

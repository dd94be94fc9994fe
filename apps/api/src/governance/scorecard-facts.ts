import {
  firstDayOf,
  kpiOutcome,
  type KPIState,
  type PeriodId,
  scorecardOf,
  type ScorecardOutcome,
  shownFigure,
  shownScore,
  periodsEndingIn,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import { KPIEntity } from './kpi.entity.js';
import {
  commitmentsById,
  type MeasuredCommitment,
  type MeasuredResult,
  promisedIn,
  resultsEndingIn,
} from '../performance/measured-commitments.js';
import { ScorecardVersionEntity } from './scorecard-version.entity.js';

/** A scorecard as it is wished for; without a period, of the newest month that is closed. */
export interface ScorecardAsked {
  providerId: string;
  period: PeriodId | null;
}

export interface KPIScoreRow {
  kpi: KPIEntity;
  commitment: MeasuredCommitment;
  state: KPIState;
  /** Percent as shown. */
  actual: string | null;
  /** As shown. */
  score: string | null;
  results: MeasuredResult[];
  explanation: readonly StoredStep[];
}

export interface ScorecardRow extends ScorecardOutcome {
  providerId: string;
  period: PeriodId;
  version: ScorecardVersionEntity;
  kpis: KPIScoreRow[];
  asOf: Date;
}

/**
 * Scorecards by what is frozen now; null where no version rules the period or no period is closed.
 * Four statements at most, however many are asked for.
 */
export async function scorecards(
  manager: EntityManager,
  asked: readonly ScorecardAsked[],
  asOf: Date,
): Promise<(ScorecardRow | null)[]> {
  const newest = await newestClosedMonths(manager, asked);
  const dated = asked.map(({ providerId, period }) => ({
    providerId,
    period: period ?? newest.get(providerId) ?? null,
  }));
  const versions = await versionsFor(manager, dated);
  const known = versions.filter((version) => version !== null);
  if (known.length === 0) return asked.map(() => null);
  const kpis = await manager.find(KPIEntity, {
    where: { versionId: In([...new Set(known.map(({ id }) => id))]) },
    order: { position: 'ASC' },
  });
  const ids = [...new Set(kpis.map(({ commitmentId }) => commitmentId))];
  const commitments = new Map((await commitmentsById(manager, ids)).map((commitment) => [commitment.id, commitment]));
  const results = await resultsEndingIn(
    manager,
    ids,
    dated.flatMap(({ period }) => period ?? []),
  );
  return dated.map(({ providerId, period }, i) => {
    const version = versions[i];
    if (!version || !period) return null;
    const own = kpis.filter(({ versionId }) => versionId === version.id);
    const scored = own.map((kpi) => kpiScore(kpi, commitments.get(kpi.commitmentId)!, period, results));
    const outcome = scorecardOf(
      scored.map(({ kpi, state, unrounded }) => ({ name: kpi.name, weight: kpi.weight, state, score: unrounded })),
      version.minimumCoverage,
    );
    return { ...outcome, providerId, period, version, asOf, kpis: scored };
  });
}

function kpiScore(
  kpi: KPIEntity,
  commitment: MeasuredCommitment,
  period: PeriodId,
  all: readonly MeasuredResult[],
): KPIScoreRow & { unrounded: string | null } {
  const ids = new Set(periodsEndingIn(period));
  const results = all.filter((result) => result.commitmentId === kpi.commitmentId && ids.has(result.period));
  const { state, ratio, score, explanation } = kpiOutcome(kpi, promisedIn(period, commitment), results);
  const newest = results.at(-1);
  const actual = newest ? shownFigure(ratio, newest.target, newest.comparator) : null;
  return { kpi, commitment, state, actual, score: shownScore(score), unrounded: score, results, explanation };
}

/** The newest month, by provider, in which results of what binds it end and all of those are closed. */
async function newestClosedMonths(
  manager: EntityManager,
  asked: readonly ScorecardAsked[],
): Promise<Map<string, PeriodId>> {
  const ids = asked.filter(({ period }) => period === null).map(({ providerId }) => providerId);
  if (ids.length === 0) return new Map();
  const rows: { providerId: string; month: PeriodId }[] = await manager.query(
    `SELECT provider_id AS "providerId", max(month) AS month FROM (
       SELECT a.provider_id, to_char((r.to_at - interval '1 ms') AT TIME ZONE r.time_zone, 'YYYY-MM') AS month
       FROM period_result r JOIN commitment c ON c.id = r.commitment_id JOIN agreement a ON a.id = c.agreement_id
       WHERE a.provider_id = ANY($1::uuid[]) AND r.state <> 'superseded'
       GROUP BY 1, 2 HAVING bool_and(r.state = 'frozen')
     ) closed GROUP BY 1`,
    [ids],
  );
  return new Map(rows.map(({ providerId, month }) => [providerId, month]));
}

/** The version that rules each period: the newest approved one that had begun on its first day. */
async function versionsFor(
  manager: EntityManager,
  asked: readonly ScorecardAsked[],
): Promise<(ScorecardVersionEntity | null)[]> {
  const rows: { place: number; id: string }[] = await manager.query(
    `SELECT k.place::int, ruling.id FROM unnest($1::uuid[], $2::date[]) WITH ORDINALITY AS k(provider_id, day, place)
     CROSS JOIN LATERAL (
       SELECT v.id FROM scorecard_version v
       WHERE v.provider_id = k.provider_id AND v.state = 'approved' AND v.effective_from <= k.day
       ORDER BY v.effective_from DESC LIMIT 1
     ) ruling`,
    [asked.map(({ providerId }) => providerId), asked.map(({ period }) => period && firstDayOf(period))],
  );
  const found = await manager.findBy(ScorecardVersionEntity, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(found.map((version) => [version.id, version]));
  return inOrderOf(
    asked.map((_, i) => i + 1),
    rows,
    ({ place }) => place,
  ).map((row) => (row && byId.get(row.id)) ?? null);
}

/** KPIs of versions, in their order. */
export async function kpisOf(manager: EntityManager, versionIds: readonly string[]): Promise<KPIEntity[][]> {
  const kpis = await manager.find(KPIEntity, { where: { versionId: In([...versionIds]) }, order: { position: 'ASC' } });
  return groupedBy(versionIds, kpis, ({ versionId }) => versionId);
}

import { keepAnswers } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';

interface Survey {
  readonly id: number;
  readonly sourceId: string;
  readonly serviceId: string;
  readonly lowest: number;
  readonly highest: number;
}

/** Surveys with answers from before an instant that are kept one by one. */
export function surveysBefore(tx: EntityManager, before: Date): Promise<Survey[]> {
  return tx.query(SURVEYS, [before]);
}

/**
 * Keeps answers to a survey in groups of five or more, and drops the single ones: those of periods that are closed, of
 * every promise on the survey. What a judgement comes to stays, as its groups are made between all that cuts periods.
 *
 * @param before No answer given since is dropped.
 */
export async function dropAnswers(tx: EntityManager, survey: Survey, before: Date, at: Date): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK.rollups]); // Nobody judges in the meantime.
  await tx.query('SELECT FROM source WHERE id = $1 FOR NO KEY UPDATE', [survey.sourceId]); // And nobody brings answers.
  const cuts: { at: Date; isEnd: boolean }[] = await tx.query(CUTS, [survey.id]);
  const [{ open }]: [{ open: Date | null }] = await tx.query(STILL_OPEN, [survey.id]);
  const limit = open && open < before ? open : before;
  const ends = cuts.filter(({ isEnd, at: end }) => isEnd && end <= limit).map(({ at: end }) => end.getTime());
  const isPromised = cuts.some(({ isEnd }) => isEnd) || open !== null;
  const until = isPromised ? new Date(Math.max(0, ...ends)) : limit;
  const answers: { at: number; score: number }[] = await tx.query(STANDING, [survey.id, until]);
  if (answers.length === 0) return;
  const kept = keepAnswers(
    answers,
    survey,
    cuts.map(({ at: cut }) => cut.getTime()),
  );
  await tx.query(KEEP, [
    survey.id,
    JSON.stringify(
      kept.map(({ from, last, scores }) => ({ from_at: new Date(from), last_at: new Date(last), scores })),
    ),
    at,
  ]);
  await tx.query(`SET LOCAL accord.dropping = 'answers'`);
  await tx.query('DELETE FROM answer WHERE series_id = $1 AND observed_at < $2', [survey.id, until]);
  await tx.query(`SET LOCAL accord.dropping = ''`);
}

/** Of each survey the last answer that is not kept by itself any more; none where all are. */
export async function droppedUntil(tx: EntityManager, surveys: readonly number[]): Promise<ReadonlyMap<number, Date>> {
  const rows: { id: number; last: Date }[] = await tx.query(DROPPED, [[...new Set(surveys)]]);
  return new Map(rows.map(({ id, last }) => [id, last]));
}

const SURVEYS = `
  SELECT s.id, s.source_id AS "sourceId", s.service_id AS "serviceId", s.lowest, s.highest FROM series s
  WHERE s.kind = 'answers' AND EXISTS (SELECT FROM answer a WHERE a.series_id = s.id AND a.observed_at < $1) ORDER BY s.id`;

const PROMISED = `series s JOIN commitment c ON c.service_id = s.service_id
  JOIN commitment_terms t ON t.commitment_id = c.id AND t.indicator ->> 'kind' = 'satisfaction'
    AND t.indicator ->> 'series' = s.name`;

/** Ends of closed periods, and where others begin, and of time that is taken out, or may be. */
const CUTS = `
  SELECT DISTINCT cut.at, cut."isEnd" FROM ${PROMISED} CROSS JOIN LATERAL (
    SELECT unnest(ARRAY[r.from_at, r.to_at]) AS at, true AS "isEnd" FROM period_result r
      WHERE r.commitment_id = c.id AND r.state = 'frozen'
    UNION SELECT unnest(ARRAY[e.from_at, e.to_at]), false FROM exclusion e
      WHERE e.commitment_id = c.id AND e.state IN ('proposed', 'approved')
  ) cut WHERE s.id = $1`;

/** Since when something may still be judged: the first open period, and what nobody judged yet. */
const STILL_OPEN = `
  SELECT least(
    (SELECT min(r.from_at) FROM ${PROMISED} JOIN period_result r ON r.commitment_id = c.id AND r.state = 'open'
     WHERE s.id = $1),
    (SELECT min(u.from_at) FROM unjudged u JOIN series s ON s.service_id = u.service_id WHERE s.id = $1)
  ) AS open`;

const STANDING = `
  SELECT (extract(epoch FROM a.observed_at) * 1000)::float8 AS at, a.score FROM answer a
  WHERE a.series_id = $1 AND a.observed_at < $2 AND NOT EXISTS (
    SELECT FROM answer later WHERE (later.series_id, later.answer) = (a.series_id, a.answer) AND later.revision > a.revision
  )
  ORDER BY a.observed_at, a.answer`;

const KEEP = `
  INSERT INTO answer_group (series_id, from_at, last_at, scores, dropped_at)
  SELECT $1, g.from_at, g.last_at, g.scores, $3
  FROM jsonb_to_recordset($2) AS g(from_at timestamptz, last_at timestamptz, scores int[])`;

const DROPPED =
  'SELECT series_id AS id, max(last_at) AS last FROM answer_group WHERE series_id = ANY ($1::int[]) GROUP BY 1';

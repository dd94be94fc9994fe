import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import type { ResultRow } from './result-fields.js';
import { resultSelect } from './result-select.js';
import type { StoredJudgement } from './stored-judgement.js';

/** How many periods a commitment shows when nobody says which. */
const USUAL_PERIODS = 12;

/** Periods of a commitment, from and to inclusive, as ids of months or quarters; null = the newest ones. */
export interface PeriodRange {
  commitmentId: string;
  from: string | null;
  to: string | null;
}

export const resultById = defineLoader<string, ResultRow | null>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const { sql, rowOf, from } = resultSelect(act, parameters);
  const rows: { result: unknown[] }[] = await manager.query(
    `SELECT ${sql} AS result FROM ${from} WHERE r.id = ANY(${parameters.add(ids)}::uuid[])`,
    parameters.values,
  );
  return inOrderOf(
    ids,
    rows.map(({ result }) => rowOf(result)),
    ({ id }) => id,
  );
});

/** The newest revision of each period of the range, oldest first. Keys are made by `rangeKey`. */
export const resultsOf = defineLoader<string, ResultRow[]>(async (keys, { manager, act }) => {
  const parameters = new Parameters();
  const { sql, rowOf, from } = resultSelect(act, parameters);
  const ranges = keys.map((key) => JSON.parse(key) as PeriodRange);
  const asked = [
    `${parameters.add(keys)}::text[]`,
    `${parameters.add(ranges.map(({ commitmentId }) => commitmentId))}::uuid[]`,
    `${parameters.add(ranges.map(({ from: first }) => first && firstMonth(first)))}::text[]`,
    `${parameters.add(ranges.map(({ to }) => to && lastMonth(to)))}::text[]`,
  ];
  const rows: { key: string; results: unknown[][] | null }[] = await manager.query(
    `SELECT k.key, (
       SELECT json_agg(newest.result ORDER BY newest.from_at) FROM (
         SELECT r.from_at, ${sql} AS result FROM ${from}
         WHERE r.commitment_id = k.commitment_id AND r.state <> 'superseded'
           AND (k.until IS NULL OR to_char(r.from_at AT TIME ZONE r.time_zone, 'YYYY-MM') <= k.until)
           AND (k.since IS NULL OR to_char((r.to_at - interval '1 ms') AT TIME ZONE r.time_zone, 'YYYY-MM') >= k.since)
         ORDER BY r.from_at DESC LIMIT CASE WHEN k.since IS NULL THEN ${USUAL_PERIODS} END
       ) newest
     ) AS results
     FROM unnest(${asked.join(', ')}) AS k(key, commitment_id, since, until)`,
    parameters.values,
  );
  return inOrderOf(keys, rows, ({ key }) => key).map((row) => row?.results?.map(rowOf) ?? []);
});

export const rangeKey = ({ commitmentId, from, to }: PeriodRange): string => JSON.stringify({ commitmentId, from, to });

/** A revision of one period, the newest unless said otherwise, or of the newest period. Keys are made by `periodKey`. */
export const resultOf = defineLoader<string, ResultRow | null>(async (keys, { manager, act }) => {
  const parameters = new Parameters();
  const { sql, rowOf, from } = resultSelect(act, parameters);
  const asked = keys.map(
    (key) => JSON.parse(key) as { commitmentId: string; period: string | null; revision: number | null },
  );
  const commitmentIds = parameters.add(asked.map(({ commitmentId }) => commitmentId));
  const periods = parameters.add(asked.map(({ period }) => period));
  const revisions = parameters.add(asked.map(({ revision }) => revision));
  const rows: { key: string; result: unknown[] }[] = await manager.query(
    `SELECT k.key, newest.result
     FROM unnest(${parameters.add(keys)}::text[], ${commitmentIds}::uuid[], ${periods}::text[], ${revisions}::int[])
       AS k(key, commitment_id, period, revision)
     CROSS JOIN LATERAL (
       SELECT ${sql} AS result FROM ${from}
       WHERE r.commitment_id = k.commitment_id AND (k.period IS NULL OR r.period = k.period)
         AND CASE WHEN k.revision IS NULL THEN r.state <> 'superseded' ELSE r.revision = k.revision END
       ORDER BY r.from_at DESC LIMIT 1
     ) newest`,
    parameters.values,
  );
  return inOrderOf(keys, rows, ({ key }) => key).map((row) => row && rowOf(row.result));
});

export const periodKey = (commitmentId: string, period: string | null, revision: number | null = null): string =>
  JSON.stringify({ commitmentId, period, revision });

/** Every revision of the period of a result, newest first; keys are ids of results. */
export const revisionsOf = defineLoader<string, ResultRow[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const { sql, rowOf, from } = resultSelect(act, parameters);
  const rows: { of: string; result: unknown[] }[] = await manager.query(
    `SELECT o.id AS "of", ${sql} AS result
     FROM ${from} JOIN period_result o ON o.commitment_id = r.commitment_id AND o.period = r.period
     WHERE o.id = ANY(${parameters.add(ids)}::uuid[]) ORDER BY r.revision DESC`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ of }) => of).map((group) => group.map(({ result }) => rowOf(result)));
});

/** What a result keeps of its calculation; read only when somebody looks at it. */
export const judgementOf = defineLoader<string, StoredJudgement>(async (ids, { manager }) => {
  const rows: { id: string; judgement: StoredJudgement }[] = await manager.query(
    'SELECT id, judgement FROM period_result WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row!.judgement);
});

const firstMonth = (period: string): string => monthOf(period, 1);
const lastMonth = (period: string): string => monthOf(period, 3);

/** @param nth Which month of a quarter, 1 to 3. */
function monthOf(period: string, nth: number): string {
  const [year, part] = period.split('-');
  if (!part?.startsWith('Q')) return period;
  return `${year}-${String((Number(part.slice(1)) - 1) * 3 + nth).padStart(2, '0')}`;
}

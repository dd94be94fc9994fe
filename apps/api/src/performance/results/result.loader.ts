import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader, type LoaderScope } from '../../platform/graphql/loaders.js';
import { type ResultRow, resultJson } from './result-fields.js';
import type { StoredJudgement } from './stored-judgement.js';

/** How many periods a commitment shows when nobody says which. */
const USUAL_PERIODS = 12;

/** Periods of a commitment, from and to inclusive, as ids of months or quarters; null = the newest ones. */
export interface PeriodRange {
  commitmentId: string;
  from: string | null;
  to: string | null;
}

export const resultById = defineLoader<string, ResultRow | null>(async (ids, { manager }) => {
  const rows: { result: ResultRow }[] = await manager.query(
    `SELECT ${resultJson(null)} AS result FROM period_result r WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows.map(({ result }) => result), ({ id }) => id);
});

/** The newest revision of each period of the range, oldest first. Keys are made by `rangeKey`. */
export const resultsOf = defineLoader<string, ResultRow[]>(async (keys, { manager }) => {
  const ranges = keys.map((key) => JSON.parse(key) as PeriodRange);
  const rows: { key: string; results: ResultRow[] | null }[] = await manager.query(RESULTS, [
    keys,
    ranges.map(({ commitmentId }) => commitmentId),
    ranges.map(({ from }) => from && firstMonth(from)),
    ranges.map(({ to }) => to && lastMonth(to)),
  ]);
  return inOrderOf(keys, rows, ({ key }) => key).map((row) => row?.results ?? []);
});

export const rangeKey = ({ commitmentId, from, to }: PeriodRange): string => JSON.stringify({ commitmentId, from, to });

/** The newest revision of one period, or of the newest period. Keys are made by `periodKey`. */
export const resultOf = defineLoader<string, ResultRow | null>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as { commitmentId: string; period: string | null });
  const rows: { key: string; result: ResultRow }[] = await manager.query(
    `SELECT k.key, r.result FROM unnest($1::text[], $2::uuid[], $3::text[]) AS k(key, commitment_id, period)
     CROSS JOIN LATERAL (
       SELECT ${resultJson(null)} AS result FROM period_result r
       WHERE r.commitment_id = k.commitment_id AND r.state <> 'superseded' AND (k.period IS NULL OR r.period = k.period)
       ORDER BY r.from_at DESC LIMIT 1
     ) r`,
    [keys, asked.map(({ commitmentId }) => commitmentId), asked.map(({ period }) => period)],
  );
  return inOrderOf(keys, rows, ({ key }) => key).map((row) => row?.result ?? null);
});

export const periodKey = (commitmentId: string, period: string | null): string => JSON.stringify({ commitmentId, period });

/** Every revision of the period of a result, newest first; keys are ids of results. */
export const revisionsOf = defineLoader<string, ResultRow[]>(async (ids, { manager }) => {
  const rows: { of: string; result: ResultRow }[] = await manager.query(
    `SELECT o.id AS "of", ${resultJson(null)} AS result
     FROM period_result o JOIN period_result r ON r.commitment_id = o.commitment_id AND r.period = o.period
     WHERE o.id = ANY($1::uuid[]) ORDER BY r.revision DESC`,
    [ids],
  );
  return groupedBy(ids, rows, ({ of }) => of).map((group) => group.map(({ result }) => result));
});

/** What a result keeps of its calculation; read only when somebody looks at it. */
export const judgementOf = defineLoader<string, StoredJudgement>(async (ids, { manager }: LoaderScope) => {
  const rows: { id: string; judgement: StoredJudgement }[] = await manager.query(
    'SELECT id, judgement FROM period_result WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row!.judgement);
});

const MONTH = `'YYYY-MM'`;

const RESULTS = `
  SELECT k.key, (
    SELECT json_agg(newest.result ORDER BY newest.from_at) FROM (
      SELECT r.from_at, ${resultJson(null)} AS result FROM period_result r
      WHERE r.commitment_id = k.commitment_id AND r.state <> 'superseded'
        AND (k.until IS NULL OR to_char(r.from_at AT TIME ZONE r.time_zone, ${MONTH}) <= k.until)
        AND (k.since IS NULL OR to_char((r.to_at - interval '1 ms') AT TIME ZONE r.time_zone, ${MONTH}) >= k.since)
      ORDER BY r.from_at DESC LIMIT CASE WHEN k.since IS NULL THEN ${USUAL_PERIODS} END
    ) newest
  ) AS results
  FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) AS k(key, commitment_id, since, until)`;

const firstMonth = (period: string): string => monthOf(period, 1);
const lastMonth = (period: string): string => monthOf(period, 3);

/** @param nth Which month of a quarter, 1 to 3. */
function monthOf(period: string, nth: number): string {
  const [year, part] = period.split('-');
  if (!part?.startsWith('Q')) return period;
  return `${year}-${String((Number(part.slice(1)) - 1) * 3 + nth).padStart(2, '0')}`;
}

import { isBeyond, percentileOf } from '@accord/sla';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { isWithin, stands } from '../ledger/measurement-sql.js';
import { storedSketch } from '../ledger/stored-sketch.js';
import type { MeasuredPoint, MeasuredPoints } from './measured-points.type.js';

/** The points of the series behind a result. */
export interface PointsAsked {
  resultId: string;
  /** Its period: the months outside of all that is asked for need no plan. */
  within: { from: string; to: string };
  /** First and last day, in the zone of the result; null = of its period. */
  from: string | null;
  to: string | null;
  most: number;
}

/** null where the result is made of no series whose measurements have a value each. Keys are made by `pointsKey`. */
export const pointsOf = defineLoader<string, MeasuredPoints | null>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as PointsAsked);
  const rows: PointsRow[] = await manager.query(POINTS, [
    keys,
    asked.map(({ resultId }) => resultId),
    asked.map(({ from }) => from),
    asked.map(({ to }) => to),
    asked.map(({ most }) => most),
    new Date(Math.min(...asked.map(({ within }) => Date.parse(within.from)))),
    new Date(Math.max(...asked.map(({ within }) => Date.parse(within.to)))),
  ]);
  return inOrderOf(keys, rows, ({ key }) => key).map((row) => (row ? pointsIn(row) : null));
});

export const pointsKey = (asked: PointsAsked): string => JSON.stringify(asked);

interface PointsRow extends Omit<MeasuredPoints, 'points'> {
  key: string;
  /** Whether a value stands for a bucket of a sketch. */
  bucketed: boolean;
  least: [value: number, at: number][];
  greatest: [value: number, at: number][];
}

function pointsIn({ key: _, bucketed, least, greatest, ...told }: PointsRow): MeasuredPoints {
  const valueOf = bucketed ? valueOfBucket : (value: number) => value;
  const points = least.flatMap(([low, lowAt], i): (MeasuredPoint & { ms: number })[] => {
    const [high, highAt] = greatest[i]!;
    const both = [
      { at: new Date(lowAt), ms: lowAt, value: valueOf(low) },
      { at: new Date(highAt), ms: highAt, value: valueOf(high) },
    ];
    return low === high && lowAt === highAt ? both.slice(0, 1) : both.sort((a, b) => a.ms - b.ms);
  });
  return { ...told, points };
}

/** Below every bucket there are: the value is 0. */
const ZERO = -1_000_000_000;

/** null = above every bucket. */
function valueOfBucket(bucket: number): number | null {
  if (bucket === ZERO) return 0;
  const value = percentileOf(storedSketch(1, [[bucket], [1]]), '100')!;
  return isBeyond(value) ? null : value;
}

/** The bucket in which the percentile lies, by nearest rank: where no more values lie above it than may. */
const bucketAt = (row: string): string => `coalesce((
  SELECT max(u.bucket) FROM (
    SELECT b.bucket, sum(b.count) OVER (ORDER BY b.bucket DESC) AS reached
    FROM unnest(${row}.sketch[1:1], ${row}.sketch[2:2]) AS b(bucket, count)
  ) u WHERE u.reached > ${row}.total - greatest(ceil(a.target * ${row}.total / 100), 1)
), ${ZERO})`;

const valueIn = (row: string): string => `CASE
  WHEN ${row}.sketch IS NOT NULL THEN ${bucketAt(row)}
  WHEN ${row}.up IS NOT NULL THEN CASE WHEN ${row}.up = a.above THEN 100 ELSE 0 END
  WHEN a.above THEN 100.0 * ${row}.good / ${row}.total ELSE 100.0 * (${row}.total - ${row}.good) / ${row}.total END`;

const saysSomething = (row: string): string => `(${row}.up IS NOT NULL OR ${row}.total > 0)`;

const epoch = (instant: string): string => `(extract(epoch FROM ${instant}) * 1000)::float8`;

const BOUNDS = { from: '$6', to: '$7' };

const RUN = 'x.series_id, x.from_at, x.good, x.total, x.up, x.sketch, x.measurements';

/**
 * Least and greatest by comparing arrays of value and instant: no sorting, so that a hundred thousand measurements are one
 * pass over them.
 */
const POINTS = `
  WITH asked AS (
    SELECT k.key, k.most, c.service_id, t.target, t.indicator, t.comparator = 'atLeast' AS above, r.time_zone,
      greatest(r.from_at, k.from_day::timestamp AT TIME ZONE r.time_zone) AS from_at,
      least(r.to_at, (k.to_day + 1)::timestamp AT TIME ZONE r.time_zone) AS to_at
    FROM unnest($1::text[], $2::uuid[], $3::date[], $4::date[], $5::int[]) AS k(key, result_id, from_day, to_day, most)
    JOIN period_result r ON r.id = k.result_id
    JOIN commitment c ON c.id = r.commitment_id
    JOIN commitment_terms t ON t.id = r.terms_id
  ), measured_by AS (
    SELECT a.*, s.id AS series_id, s.kind, s.name, s.unit FROM asked a
    JOIN series s ON s.service_id = a.service_id AND CASE a.indicator ->> 'kind'
      WHEN 'goodOfTotal' THEN s.kind = 'counts' AND s.name = a.indicator ->> 'series'
      WHEN 'percentile' THEN s.kind = 'values' AND s.name = a.indicator ->> 'series' AND s.unit = a.indicator ->> 'unit'
      WHEN 'availability' THEN s.kind = 'probes' AND a.indicator ->> 'source' = 'probes'
      ELSE false END
  ), kept AS (
    SELECT a.key, a.series_id, x.from_at AS at, x.measurements, ${valueIn('x')} AS value
    FROM measured_by a CROSS JOIN LATERAL (
      SELECT ${RUN} FROM hour_run x
      WHERE x.series_id = a.series_id AND x.from_at >= a.from_at AND x.from_at < a.to_at
      UNION ALL
      SELECT ${RUN} FROM day_run x
      WHERE x.series_id = a.series_id AND x.time_zone = a.time_zone AND x.from_at >= a.from_at AND x.from_at < a.to_at
        AND NOT EXISTS (
          SELECT FROM hour_run h WHERE h.series_id = x.series_id AND h.from_at >= x.from_at
            AND (h.from_at < x.to_at OR x.up IS NOT NULL AND h.from_at = x.to_at))
    ) x
    WHERE ${saysSomething('x')} AND EXISTS (SELECT FROM dropped_month d
      WHERE d.level = 'measurements' AND d.month = to_char(x.from_at AT TIME ZONE 'UTC', 'YYYY-MM'))
  ), measured AS MATERIALIZED (
    SELECT a.key, m.observed_at AS at, 1 AS measurements, false AS summed, (${valueIn('m')})::float8 AS value
    FROM measured_by a JOIN measurement m ON m.series_id = a.series_id
      AND m.observed_at >= a.from_at AND m.observed_at < a.to_at AND ${isWithin('m', BOUNDS)}
    WHERE ${saysSomething('m')} AND ${stands('m', BOUNDS)}
    UNION ALL
    SELECT key, at, measurements, true, value::float8 FROM kept
  ), counted AS (
    SELECT key, count(*) AS points, sum(measurements)::int AS measurements, bool_or(summed) AS summed FROM measured GROUP BY key
  ), part AS (
    SELECT m.key, min(ARRAY[m.value, ${epoch('m.at')}]) AS least, max(ARRAY[m.value, -${epoch('m.at')}]) AS greatest
    FROM measured m JOIN counted n USING (key) JOIN asked a USING (key)
    GROUP BY m.key, CASE WHEN n.points <= a.most THEN ${epoch('m.at')}
      ELSE width_bucket(${epoch('m.at')}, ${epoch('a.from_at')}, ${epoch('a.to_at')}, a.most / 2) END
  )
  SELECT a.key, coalesce(n.measurements, 0) AS measurements, coalesce(n.summed, false) AS summed,
    a.indicator ->> 'kind' = 'percentile' AS bucketed, a.above AND a.indicator ->> 'kind' <> 'percentile' AS above,
    coalesce(a.indicator ->> 'unit', 'percent') AS unit,
    coalesce((a.indicator ->> 'limit')::float8, a.target::float8) AS line,
    coalesce(a.indicator ->> 'series', (SELECT s.name FROM service s WHERE s.id = a.service_id)) AS series,
    coalesce(p.least, '[]') AS least, coalesce(p.greatest, '[]') AS greatest
  FROM asked a LEFT JOIN counted n USING (key)
  LEFT JOIN (
    SELECT key, json_agg(least ORDER BY least[2], greatest[2]) AS least,
      json_agg(ARRAY[greatest[1], -greatest[2]] ORDER BY least[2], greatest[2]) AS greatest
    FROM part GROUP BY key
  ) p USING (key)
  WHERE a.indicator ->> 'kind' IN ('goodOfTotal', 'percentile') OR a.indicator ->> 'source' = 'probes'`;

import { DRIFT_WEEKS, quietLimitMs, type WeeklySeries, type WeeklyValue } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { PEOPLE } from '../ledger/source.entity.js';
import { SOURCES, type SourceRow } from '../sources/source-lists.js';
import { heardOf } from '../sources/watch-sources.js';

/** How late the data of a source comes, week by week, and how late it may. */
export interface WeeklyArrivals extends WeeklySeries {
  readonly serviceIds: readonly string[];
}

/**
 * How long after it was measured the data of each source arrived, in minutes: of each week the middle one of the last
 * measurements of its series. Sources that may be quiet for ever may be as late as they like.
 */
export async function weeklyArrivals(manager: EntityManager, at: Date): Promise<WeeklyArrivals[]> {
  const sources: SourceRow[] = await manager.query(`${SOURCES} WHERE o.id <> $1`, [PEOPLE]);
  const limits = new Map(sources.map((source) => [source.id, quietLimitMs(heardOf(source))]));
  const rows: { id: string; serviceIds: string[]; weeks: WeeklyValue[] }[] = await manager.query(ARRIVALS, [
    at,
    DRIFT_WEEKS,
  ]);
  return rows.flatMap(({ id, serviceIds, weeks }): WeeklyArrivals[] => {
    const limitMs = limits.get(id) ?? null;
    return limitMs === null ? [] : [{ id, serviceIds, weeks, limit: limitMs / 60_000, worse: 'rising' }];
  });
}

/** One measurement a week and series is looked at, by its key. */
const ARRIVALS = `
  WITH last AS (
    SELECT n.source_id, n.service_id, w.week, newest.delay
    FROM series n
    JOIN source o ON o.id = n.source_id AND o.kind = 'measurements'
    CROSS JOIN LATERAL (
      SELECT date_trunc('week', $1::timestamptz, 'UTC') - k * interval '7 days' AS week FROM generate_series(1, $2::int) AS k
    ) w
    CROSS JOIN LATERAL (
      SELECT greatest(extract(epoch FROM b.arrived_at - coalesce(m.to_at, m.observed_at)) / 60, 0)::float8 AS delay
      FROM measurement m JOIN batch b ON b.id = m.batch_id
      WHERE m.series_id = n.id AND m.revision = 0 AND m.observed_at >= w.week AND m.observed_at < w.week + interval '7 days'
      ORDER BY m.observed_at DESC LIMIT 1
    ) newest
  ), weekly AS (
    SELECT source_id, week, percentile_cont(0.5) WITHIN GROUP (ORDER BY delay) AS value, count(*) AS count
    FROM last GROUP BY 1, 2
  )
  SELECT w.source_id AS id,
    json_agg(json_build_object('at', extract(epoch FROM w.week) * 1000, 'value', w.value, 'count', w.count) ORDER BY w.week) AS weeks,
    (SELECT json_agg(DISTINCT l.service_id) FROM last l WHERE l.source_id = w.source_id) AS "serviceIds"
  FROM weekly w GROUP BY w.source_id ORDER BY w.source_id`;

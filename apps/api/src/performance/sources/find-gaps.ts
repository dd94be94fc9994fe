import type { EntityManager } from 'typeorm';
import { rollUp } from '../rollups/roll-up.js';

/** How far back gaps are looked for. */
const BACK_MS = 31 * 86_400_000;

/** So many of the newest measurements of a series say what its rhythm is. */
const RHYTHM_OF = 300;

/** What a series misses of its rhythm, the last time that it did. */
export interface Gap {
  readonly seriesId: string;
  readonly serviceId: string;
  readonly gaps: number;
  readonly missingMs: number;
  readonly from: Date;
  readonly to: Date;
}

/**
 * The gaps of series that machines send in a rhythm. Runs say nearly all of it: between two of them is a gap, or a change
 * of status; only days within which probes were far apart are looked at one by one.
 */
export async function findGaps(tx: EntityManager, at: Date): Promise<Gap[]> {
  const since = new Date(at.getTime() - BACK_MS);
  await tx.query(RHYTHMS, [since, RHYTHM_OF]);
  const waiting: { id: string }[] = await tx.query(NOT_ROLLED_UP);
  await rollUp(
    tx,
    waiting.map(({ id }) => id),
  );
  return tx.query(GAPS, [since]);
}

const NOT_ROLLED_UP = `
  SELECT DISTINCT n.service_id AS id FROM unrolled u
  JOIN series n ON n.id = u.series_id JOIN series_rhythm h ON h.series_id = n.id`;

/** What people count or bring as files keeps no time. */
const OF_MACHINES = `series n JOIN source o ON o.id = n.source_id AND o.kind = 'measurements'`;

/**
 * A rhythm is a distance that half of all keep within half of it; of fewer than ten there is none. What a source brought
 * last keeps its rhythm for as long as nothing comes: by it the source is known to be silent.
 */
const RHYTHMS = `
  WITH distance AS (
    SELECT n.id AS series_id,
      extract(epoch FROM m.observed_at - lag(m.observed_at) OVER (PARTITION BY n.id ORDER BY m.observed_at)) * 1000 AS ms
    FROM ${OF_MACHINES} CROSS JOIN LATERAL (
      SELECT observed_at FROM measurement WHERE series_id = n.id AND revision = 0 AND observed_at >= $1
      ORDER BY observed_at DESC LIMIT $2
    ) m
  ), usual AS (
    SELECT series_id, count(*) AS n, percentile_disc(ARRAY[0.25, 0.5, 0.75]::float8[]) WITHIN GROUP (ORDER BY ms) AS q
    FROM distance WHERE ms IS NOT NULL GROUP BY series_id
  ), rhythm AS (
    SELECT series_id, round(q[2])::bigint AS ms FROM usual WHERE n >= 10 AND q[1] >= 0.5 * q[2] AND q[3] <= 1.5 * q[2]
  ), lost AS (
    DELETE FROM series_rhythm h USING series n JOIN source o ON o.id = n.source_id
    WHERE n.id = h.series_id AND NOT EXISTS (SELECT FROM rhythm r WHERE r.series_id = h.series_id)
      AND (EXISTS (SELECT FROM usual u WHERE u.series_id = h.series_id AND u.n >= 10)
        OR o.last_seen_at > (SELECT coalesce(m.to_at, m.observed_at) FROM measurement m WHERE m.series_id = h.series_id
          ORDER BY m.observed_at DESC LIMIT 1))
  )
  INSERT INTO series_rhythm AS h (series_id, rhythm_ms) SELECT series_id, ms FROM rhythm
  ON CONFLICT (series_id) DO UPDATE SET rhythm_ms = excluded.rhythm_ms WHERE h.rhythm_ms <> excluded.rhythm_ms`;

/**
 * Where more than three of the usual distances lie between two measurements, all but one of them are missing. The last
 * one lasts while its source goes on; an interval lasts a distance by itself.
 */
const GAPS = `
  WITH heard AS MATERIALIZED (
    SELECT n.id, n.service_id, h.rhythm_ms, CASE n.kind WHEN 'probes' THEN h.rhythm_ms ELSE 0 END AS held_ms, o.last_seen_at,
      (SELECT min(z.time_zone) FROM rolled_zone z WHERE z.series_id = n.id) AS time_zone
    FROM ${OF_MACHINES} JOIN series_rhythm h ON h.series_id = n.id
  ), run AS MATERIALIZED (
    SELECT h.*, r.from_at, r.to_at, r.longest_step_ms
    FROM heard h JOIN day_run r ON r.series_id = h.id AND r.time_zone = h.time_zone WHERE r.from_at >= $1
    UNION ALL
    SELECT h.*, r.from_at, r.to_at, r.longest_step_ms
    FROM heard h JOIN hour_run r ON r.series_id = h.id WHERE h.time_zone IS NULL AND r.from_at >= $1
  ), silence AS (
    SELECT id, service_id, rhythm_ms, held_ms, to_at AS from_at,
      coalesce(lead(from_at) OVER (PARTITION BY id ORDER BY from_at), last_seen_at) AS to_at
    FROM run
    UNION ALL
    SELECT r.id, r.service_id, r.rhythm_ms, r.held_ms, m.observed_at, m.next_at
    FROM run r CROSS JOIN LATERAL (
      SELECT observed_at, lead(observed_at) OVER (ORDER BY observed_at) AS next_at FROM measurement
      WHERE series_id = r.id AND revision = 0 AND observed_at >= r.from_at AND observed_at <= r.to_at
    ) m WHERE r.longest_step_ms > 3 * r.rhythm_ms
  ), missing AS (
    SELECT *, extract(epoch FROM to_at - from_at) * 1000 - held_ms AS ms FROM silence
  )
  SELECT id::text AS "seriesId", service_id AS "serviceId", count(*)::int AS gaps, sum(ms)::float8 AS "missingMs",
    max(from_at) AS "from", max(to_at) AS "to"
  FROM missing WHERE ms > 2 * rhythm_ms GROUP BY id, service_id ORDER BY id`;

import { stands } from '../ledger/measurement-sql.js';
import type { RunKind } from '../ledger/series.entity.js';

/** Columns of every table of runs. */
export const RUN_COLUMNS =
  'series_id, from_at, to_at, good, total, measurements, longest_step_ms, revision, up, sketch';

/** The hour in which an instant lies, by universal time. */
export const hourOf = (instant: string): string => `date_bin('1 hour', ${instant}, '2000-01-01T00:00:00Z')`;

/**
 * Measurements that stand as runs of one each.
 *
 * @param part Of what hour or day a measurement is.
 * @param found Where they are; nothing of it was corrected, if `condition` says so.
 */
export const measurementsAsRuns = (part: string, found: string, condition = stands('m')): string => `
  SELECT m.series_id, ${part} AS part, m.observed_at AS from_at, coalesce(m.to_at, m.observed_at) AS to_at, m.good, m.total,
    1 AS measurements, CASE WHEN m.up IS NOT NULL THEN 0 END AS longest_step_ms, m.revision, m.up, m.sketch
  FROM ${found} AND ${condition}`;

/** How what is the same of all pieces adds up. */
interface Sums {
  readonly measurements: string;
  readonly revision: string;
}

/** Of runs and of measurements. Of a run of several the revision of the first one says nothing: it is known by where it begins. */
const OF_ANY: Sums = {
  measurements: 'sum(measurements)::int',
  revision: 'CASE count(*) WHEN 1 THEN min(revision) ELSE 0::smallint END',
};

/** Of single measurements where nothing was corrected: of a year there are so many that each sum counts. */
export const OF_FIRST_ONES: Sums = { measurements: 'count(*)::int', revision: '0::smallint' };

/**
 * Sums of counts that follow each other within a part. Nearly all parts are without a gap, which shows in one pass: their
 * spans make up the time from the first to the last. Only the others are looked at one by one.
 */
const runsOfCounts = (pieces: string, sums = OF_ANY): string => `
  WITH piece AS NOT MATERIALIZED (${pieces}), summed AS MATERIALIZED (
    SELECT series_id, part, ${summed(sums)}, sum(to_at - from_at) = max(to_at) - min(from_at) AS is_whole
    FROM piece WHERE good IS NOT NULL GROUP BY series_id, part
  ), stepped AS (
    SELECT p.*, p.from_at > lag(p.to_at) OVER in_part AS is_after_gap
    FROM summed s JOIN piece p ON p.series_id = s.series_id AND p.part = s.part AND p.good IS NOT NULL
    WHERE NOT s.is_whole
    WINDOW in_part AS (PARTITION BY p.series_id, p.part ORDER BY p.from_at)
  ), numbered AS (
    SELECT *, count(*) FILTER (WHERE is_after_gap) OVER (PARTITION BY series_id, part ORDER BY from_at) AS gaps FROM stepped
  )
  SELECT series_id, from_at, to_at, good, total, measurements, NULL::int, revision, NULL::boolean, NULL::bigint[] FROM summed WHERE is_whole
  UNION ALL
  SELECT series_id, min(from_at), max(to_at), sum(good)::bigint, sum(total)::bigint, ${sums.measurements}, NULL::int,
    ${sums.revision}, NULL::boolean, NULL::bigint[] FROM numbered GROUP BY series_id, part, gaps`;

const summed = ({ measurements, revision }: Sums): string => `min(from_at) AS from_at, max(to_at) AS to_at,
  sum(good)::bigint AS good, sum(total)::bigint AS total, ${measurements} AS measurements, ${revision} AS revision`;

/** Probes that saw the same, one after the other within a part. */
const runsOfProbes = (pieces: string): string => `
  WITH piece AS NOT MATERIALIZED (${pieces}), stepped AS (
    SELECT *, lag(up) OVER in_part IS DISTINCT FROM up AS is_change, lag(to_at) OVER in_part AS before
    FROM piece WHERE up IS NOT NULL
    WINDOW in_part AS (PARTITION BY series_id, part ORDER BY from_at)
  ), numbered AS (
    SELECT *, count(*) FILTER (WHERE is_change) OVER (PARTITION BY series_id, part ORDER BY from_at) AS changes,
      CASE WHEN is_change THEN 0 ELSE (extract(epoch FROM from_at - before) * 1000)::int END AS step_ms
    FROM stepped
  )
  SELECT series_id, min(from_at), max(to_at), NULL::bigint, NULL::bigint, sum(measurements)::int,
    max(greatest(longest_step_ms, step_ms)), (array_agg(revision ORDER BY from_at))[1], up, NULL::bigint[]
  FROM numbered GROUP BY series_id, part, changes, up`;

/**
 * Sketches of values that follow each other within a part: their buckets are added up. As of counts, only parts with a gap
 * are looked at in order.
 */
const runsOfValues = (pieces: string, sums = OF_ANY): string => `
  WITH piece AS NOT MATERIALIZED (${pieces}), summed AS MATERIALIZED (
    SELECT series_id, part, ${summed(sums)}, sum(to_at - from_at) = max(to_at) - min(from_at) AS is_whole
    FROM piece WHERE sketch IS NOT NULL GROUP BY series_id, part
  ), stepped AS (
    SELECT p.*, p.from_at > lag(p.to_at) OVER in_part AS is_after_gap
    FROM summed s JOIN piece p ON p.series_id = s.series_id AND p.part = s.part AND p.sketch IS NOT NULL
    WHERE NOT s.is_whole
    WINDOW in_part AS (PARTITION BY p.series_id, p.part ORDER BY p.from_at)
  ), numbered AS MATERIALIZED (
    SELECT *, count(*) FILTER (WHERE is_after_gap) OVER (PARTITION BY series_id, part ORDER BY from_at) AS gaps FROM stepped
  ), run AS (
    SELECT series_id, part, -1::bigint AS gaps, from_at, to_at, total, measurements, revision FROM summed WHERE is_whole
    UNION ALL
    SELECT series_id, part, gaps, from_at, to_at, total, measurements, revision
    FROM (SELECT series_id, part, gaps, ${summed(sums)} FROM numbered GROUP BY series_id, part, gaps) apart
  ), bucket AS (
    SELECT p.series_id, p.part, -1::bigint AS gaps, b.bucket, sum(b.count)::bigint AS count
    FROM piece p CROSS JOIN unnest(p.sketch[1:1], p.sketch[2:2]) AS b(bucket, count)
    WHERE p.sketch IS NOT NULL GROUP BY p.series_id, p.part, b.bucket
    UNION ALL
    SELECT n.series_id, n.part, n.gaps, b.bucket, sum(b.count)::bigint
    FROM numbered n CROSS JOIN unnest(n.sketch[1:1], n.sketch[2:2]) AS b(bucket, count)
    GROUP BY n.series_id, n.part, n.gaps, b.bucket
  ), merged AS (
    SELECT series_id, part, gaps, ARRAY[array_agg(bucket ORDER BY bucket), array_agg(count ORDER BY bucket)] AS sketch
    FROM bucket GROUP BY 1, 2, 3
  )
  SELECT r.series_id, r.from_at, r.to_at, NULL::bigint, r.total, r.measurements, NULL::int, r.revision, NULL::boolean,
    coalesce(m.sketch, '{}')
  FROM run r LEFT JOIN merged m USING (series_id, part, gaps)`;

/** Runs of pieces, which come with their part. */
export const RUNS_OF: Record<RunKind, (pieces: string, sums?: Sums) => string> = {
  counts: runsOfCounts,
  probes: runsOfProbes,
  values: runsOfValues,
};

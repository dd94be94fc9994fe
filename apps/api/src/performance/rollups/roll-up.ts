import { daysAround, type Interval } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';
import { droppedMonths, monthOf } from '../ledger/ensure-months.js';
import { isWithin, stands } from '../ledger/measurement-sql.js';
import type { RunKind } from '../ledger/series.entity.js';
import { hourOf, measurementsAsRuns, RUN_COLUMNS, RUNS_OF } from './run-sql.js';

/** Time of a series, half-open, in epoch milliseconds. */
export interface SeriesTime extends Interval {
  readonly seriesId: number;
}

/**
 * Makes the runs of what was measured since they were made, of the hours and then of the days that it touches, in every
 * zone in which the services are judged. Whoever reads runs rolls up first, in the same transaction, and so never reads
 * less than the ledger holds.
 */
export async function rollUp(tx: EntityManager, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [ADVISORY_LOCK.rollups]);
  const due: { id: number }[] = await tx.query(DUE, [serviceIds]);
  if (due.length === 0) return;
  const seriesIds = due.map(({ id }) => id);
  // From here on, what others rolled up in the meantime is seen.
  const locked: { kind: RunKind }[] = await tx.query(LOCK, [seriesIds]);
  const kinds = new Set(locked.map(({ kind }) => kind));
  const measured: SeriesTime[] = await tx.query(TAKE, [seriesIds]);
  await rollHours(tx, measured, kinds);
  for (const [timeZone, times] of await timesByZone(tx, seriesIds, measured))
    await rollDays(tx, timeZone, times, kinds);
}

async function rollHours(tx: EntityManager, times: readonly SeriesTime[], kinds: ReadonlySet<RunKind>): Promise<void> {
  if (times.length === 0) return;
  const values = columnsOf(times);
  await tx.query(DROP_HOURS, values);
  const { from, to } = wholeTime(times);
  for (const kind of kinds)
    await tx.query(`INSERT INTO hour_run (${RUN_COLUMNS}) ${RUNS_OF[kind](HOUR_PIECES)}`, [
      ...values,
      instant(from),
      instant(to),
    ]);
}

/** What was measured, in each zone in which days of it are kept already; all there is, in zones that are new. */
async function timesByZone(
  tx: EntityManager,
  seriesIds: readonly number[],
  measured: readonly SeriesTime[],
): Promise<Map<string, SeriesTime[]>> {
  const known: { seriesId: number; timeZone: string }[] = await tx.query(KNOWN_ZONES, [seriesIds]);
  const everything: (SeriesTime & { timeZone: string })[] = await tx.query(NEW_ZONES, [seriesIds]);
  const zones = new Map<string, SeriesTime[]>();
  const add = (timeZone: string, time: SeriesTime) => {
    const times = zones.get(timeZone);
    if (times) times.push(time);
    else zones.set(timeZone, [time]);
  };
  for (const { seriesId, timeZone } of known)
    measured.filter((time) => time.seriesId === seriesId).forEach((time) => add(timeZone, time));
  for (const { timeZone, ...time } of everything) add(timeZone, time);
  return zones;
}

/** Makes the runs of days anew. @param times Of each series in order. @param kinds Of the series. */
export async function rollDays(
  tx: EntityManager,
  timeZone: string,
  times: readonly SeriesTime[],
  kinds: ReadonlySet<RunKind>,
): Promise<void> {
  const starts = startsOfDays(timeZone, times);
  const days = wholeDays(times, starts);
  const values = [...columnsOf(days), timeZone];
  await tx.query(DROP_DAYS, values);
  const split = await splitHours(tx, starts);
  const within = [...columnsOf(days), starts.map(instant), split.map(instant)];
  const insert = `INSERT INTO day_run (${RUN_COLUMNS}, time_zone)`;
  const pieces = split.length > 0 ? `${WHOLE_HOURS} UNION ALL ${SPLIT_HOURS}` : WHOLE_HOURS;
  for (const kind of kinds)
    await tx.query(`${insert} SELECT r.*, $6::text FROM (${RUNS_OF[kind](pieces)}) r`, [...within, timeZone]);
}

const startsOfDays = (timeZone: string, times: readonly Interval[]): number[] => daysAround(timeZone, wholeTime(times));

const wholeTime = (times: readonly Interval[]): Interval => ({
  from: times.reduce((earliest, { from }) => Math.min(earliest, from), Infinity),
  to: times.reduce((latest, { to }) => Math.max(latest, to), -Infinity),
});

/** Hours in the middle of which a day begins, as far as one can tell which of their measurements are before it. */
async function splitHours(tx: EntityManager, starts: readonly number[]): Promise<number[]> {
  const hours = starts.filter((start) => start % HOUR_MS !== 0).map((start) => start - (start % HOUR_MS));
  if (hours.length === 0) return [];
  const dropped = await droppedMonths(tx);
  return hours.filter((hour) => !dropped.has(monthOf(hour)));
}

/** The days that the times touch, each once. @param times Of each series in order. */
function wholeDays(times: readonly SeriesTime[], starts: readonly number[]): SeriesTime[] {
  const days: SeriesTime[] = [];
  for (const { seriesId, from, to } of times) {
    const last = days.at(-1);
    const begins = starts.findLast((start) => start <= from)!;
    const ends = starts.find((start) => start >= to)!;
    if (last?.seriesId === seriesId && begins <= last.to) days.splice(-1, 1, { ...last, to: Math.max(last.to, ends) });
    else days.push({ seriesId, from: begins, to: ends });
  }
  return days;
}

const HOUR_MS = 3_600_000;

const instant = (at: number): Date => new Date(at);

const columnsOf = (times: readonly SeriesTime[]): unknown[] => [
  times.map(({ seriesId }) => seriesId),
  times.map(({ from }) => instant(from)),
  times.map(({ to }) => instant(to)),
];

/** Series of which something is not in runs yet, or not in those of a zone in which their service is judged. */
const DUE = `
  SELECT s.id FROM series s
  WHERE s.service_id = ANY($1) AND (EXISTS (SELECT FROM unrolled u WHERE u.series_id = s.id) OR EXISTS (
    SELECT FROM commitment c JOIN agreement a ON a.id = c.agreement_id
    WHERE c.service_id = s.service_id
      AND NOT EXISTS (SELECT FROM rolled_zone z WHERE z.series_id = s.id AND z.time_zone = a.time_zone)
  ))`;

/** Series `s` with the agreements `a` that promise something of their service. */
export const JUDGED_SERIES =
  'series s JOIN commitment c ON c.service_id = s.service_id JOIN agreement a ON a.id = c.agreement_id';

const LOCK = 'SELECT kind FROM series WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE';

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** As whole hours, each once. */
const TAKE = `
  WITH taken AS (DELETE FROM unrolled WHERE series_id = ANY($1) RETURNING series_id, from_at, to_at), united AS (
    SELECT series_id, range_agg(tstzrange(${hourOf('from_at')}, ${hourOf('to_at')} + interval '1 hour')) AS times
    FROM taken GROUP BY series_id
  )
  SELECT series_id AS "seriesId", ${ms('lower(time)')} AS "from", ${ms('upper(time)')} AS "to"
  FROM united CROSS JOIN unnest(times) AS time ORDER BY 1, 2`;

const TIMES = 'unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS t(series_id, from_at, to_at)';

const within = (row: string, column: string): string =>
  `${row}.series_id = t.series_id AND ${row}.${column} >= t.from_at AND ${row}.${column} < t.to_at`;

const DROP_HOURS = `DELETE FROM hour_run r USING ${TIMES} WHERE ${within('r', 'from_at')}`;

const DROP_DAYS = `DELETE FROM day_run r USING ${TIMES} WHERE ${within('r', 'from_at')} AND r.time_zone = $4`;

/** Of all times together. */
const BOUNDS = { from: '$4', to: '$5' };

const HOUR_PIECES = measurementsAsRuns(
  hourOf('m.observed_at'),
  `${TIMES} JOIN measurement m ON ${within('m', 'observed_at')} AND ${isWithin('m', BOUNDS)} WHERE true`,
  stands('m', BOUNDS),
);

/**
 * The hours of the days, but for those in the middle of which a day begins. Looked up series by series: for a join, the
 * planner reads the hours of all series.
 */
const WHOLE_HOURS = `
  SELECT r.series_id, width_bucket(r.from_at, $4::timestamptz[]) AS part, r.from_at, r.to_at, r.good, r.total,
    r.measurements, r.longest_step_ms, r.revision, r.up, r.sketch
  FROM ${TIMES} CROSS JOIN LATERAL (SELECT * FROM hour_run r WHERE ${within('r', 'from_at')} OFFSET 0) r
  WHERE ${hourOf('r.from_at')} <> ALL ($5::timestamptz[])`;

/** The measurements of the others. */
const SPLIT_HOURS = measurementsAsRuns(
  'width_bucket(m.observed_at, $4::timestamptz[])',
  `${TIMES} CROSS JOIN unnest($5::timestamptz[]) AS split(at)
   JOIN measurement m ON ${within('m', 'observed_at')}
     AND m.observed_at >= split.at AND m.observed_at < split.at + interval '1 hour' WHERE true`,
);

const NEW_ZONES = `
  WITH made AS (
    INSERT INTO rolled_zone (series_id, time_zone)
    SELECT DISTINCT s.id, a.time_zone
    FROM ${JUDGED_SERIES} WHERE s.id = ANY($1) ON CONFLICT DO NOTHING RETURNING series_id, time_zone
  )
  SELECT m.series_id AS "seriesId", m.time_zone AS "timeZone", ${ms('known.from_at')} AS "from", ${ms('known.to_at')} AS "to"
  FROM made m CROSS JOIN LATERAL (
    SELECT min(r.from_at) AS from_at, max(r.from_at) + interval '1 hour' AS to_at FROM hour_run r WHERE r.series_id = m.series_id
  ) known WHERE known.from_at IS NOT NULL ORDER BY 1`;

const KNOWN_ZONES = `
  SELECT series_id AS "seriesId", time_zone AS "timeZone" FROM rolled_zone WHERE series_id = ANY($1) ORDER BY 1`;

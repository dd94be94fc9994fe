import type { Interval } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import { stands } from '../ledger/measurement-sql.js';
import type { RunKind } from '../ledger/series.entity.js';
import type { StoredSketch } from '../ledger/stored-sketch.js';
import { hourOf } from './run-sql.js';

/** Measurements of a series one after the other, as far as nobody asks for them one by one. */
export interface Run extends Interval {
  /** Who asked for it. */
  readonly asked: RunsAsked;
  readonly seriesId: number;
  /** Of the first measurement. */
  readonly revision: number;
  readonly measurements: number;
  /** Of counts only. */
  readonly good: number | null;
  /** Of counts and values. */
  readonly total: number | null;
  /** Of probes only. */
  readonly up: boolean | null;
  readonly longestStepMs: number | null;
  /** Of values only. */
  readonly sketch: StoredSketch | null;
}

/** Which series, and by the days of which zone. */
export interface RunsAsked {
  readonly serviceId: string;
  readonly timeZone: string;
  /** The two, as one text. */
  readonly place: string;
  /** null = all of the service. */
  readonly name: string | null;
  /** In which values are measured; null of anything else. */
  readonly unit: string | null;
}

/** Of which runs, among all of them, one has to know more than they say. */
export type Unclear = (runs: readonly Run[]) => readonly Run[];

/**
 * The runs of the days of a range, in order, with what reaches into it and out of it; where they are unclear those of
 * the hours, and where these are, the measurements one by one. Three statements at most.
 */
export async function loadRuns(
  tx: EntityManager,
  kind: RunKind,
  asked: readonly RunsAsked[],
  range: Interval,
  unclear: Unclear,
): Promise<Run[]> {
  const days = await loadDays(tx, kind, asked, range);
  const unclearDays = unclear(days);
  const hours = await finer(tx, HOURS, kind, unclearDays);
  const clearDays = without(days, unclearDays, hours);
  const unclearHours = new Set(unclear([...clearDays, ...hours]));
  const openedHours = hours.filter((hour) => !hour.isWhole || unclearHours.has(hour));
  const single = await finer(tx, MEASUREMENTS, kind, openedHours);
  const clearHours = without(hours, openedHours, single).filter(({ isWhole, begins }) => isWhole || begins);
  return [...clearDays, ...clearHours, ...single].sort(byStart);
}

/** Those that were not opened; what is no longer kept any finer stays as it is. */
function without<R extends Run>(runs: readonly R[], opened: readonly Run[], parts: readonly Part[]): R[] {
  const inParts = new Set(parts.map(({ of }) => of));
  const gone = new Set<Run>(opened.filter((run) => inParts.has(run)));
  return runs.filter((run) => !gone.has(run));
}

/** A run as far as it lies within another one. */
type Part = Run & { readonly of: Run; readonly isWhole: boolean; readonly begins: boolean };

async function loadDays(tx: EntityManager, kind: RunKind, asked: readonly RunsAsked[], range: Interval) {
  if (asked.length === 0) return [];
  const rows: RunRow[] = await tx.query(DAYS[kind], [
    asked.map(({ serviceId }) => serviceId),
    asked.map(({ timeZone }) => timeZone),
    asked.map(({ name }) => name),
    new Date(range.from),
    new Date(range.to),
    asked.map(({ unit }) => unit),
  ]);
  return rows.map((row) => runOf(row, asked[row.position]!));
}

/** What runs are made of. A day that does not begin with an hour holds only a part of it. */
async function finer(
  tx: EntityManager,
  sql: Record<RunKind, string>,
  kind: RunKind,
  runs: readonly Run[],
): Promise<Part[]> {
  if (runs.length === 0) return [];
  const rows: RunRow[] = await tx.query(sql[kind], [
    runs.map(({ seriesId }) => seriesId),
    runs.map(({ from }) => new Date(from)),
    runs.map(({ to }) => new Date(to)),
  ]);
  return rows.map((row) => {
    const of = runs[row.position]!;
    const { asked, from, to } = of;
    const isWhole = row.from >= from && row.to <= to;
    const part = { from: Math.max(row.from, from), to: Math.min(row.to, to) };
    return { ...runOf(row, asked), ...part, of, isWhole, begins: row.from >= from };
  });
}

type RunRow = Omit<Run, 'asked' | 'good' | 'total'> & { position: number; good: string | null; total: string | null };

/** Written out: there are many. */
function runOf(row: RunRow, asked: RunsAsked): Run {
  return {
    asked,
    seriesId: row.seriesId,
    from: row.from,
    to: row.to,
    revision: row.revision,
    measurements: row.measurements,
    good: row.good === null ? null : Number(row.good),
    total: row.total === null ? null : Number(row.total),
    up: row.up,
    longestStepMs: row.longestStepMs,
    sketch: row.sketch,
  };
}

const byStart = (a: Run, b: Run): number => a.from - b.from || a.seriesId - b.seriesId;

/** Whole epoch milliseconds, as a double precision that the driver reads as a number. */
const ms = (column: string): string => `round(date_part('epoch', ${column}) * 1000)`;

const RUN = `r.revision, r.measurements, r.good, r.total, r.up, r.longest_step_ms AS "longestStepMs",
  r.sketch::float8[] AS sketch, ${ms('r.from_at')} AS "from", ${ms('r.to_at')} AS "to"`;

const ofDays = (kind: RunKind, runs: string): string => `
  SELECT s.id AS "seriesId", a.position::int - 1 AS position, ${RUN}
  FROM unnest($1::uuid[], $2::text[], $3::text[], $6::text[]) WITH ORDINALITY
    AS a(service_id, time_zone, name, unit, position)
  JOIN series s ON s.service_id = a.service_id AND s.kind = '${kind}' AND (a.name IS NULL OR a.name = s.name)
    AND s.unit IS NOT DISTINCT FROM a.unit
  CROSS JOIN LATERAL (${runs}) r
  ORDER BY r.from_at, s.id`;

const DAY = 'SELECT * FROM day_run WHERE series_id = s.id AND time_zone = a.time_zone';

const INTERVALS = `(${DAY} AND from_at < $4 ORDER BY from_at DESC LIMIT 1) UNION ALL ${DAY} AND from_at >= $4 AND from_at < $5`;

/** An interval may reach into the range; a status does, and out of it, so that it is known how long it held in all. */
const DAYS: Record<RunKind, string> = {
  counts: ofDays('counts', INTERVALS),
  values: ofDays('values', INTERVALS),
  probes: ofDays(
    'probes',
    `${DAY} AND from_at >= coalesce(
       (SELECT from_at FROM day_run WHERE series_id = s.id AND time_zone = a.time_zone AND up AND from_at < $4
        ORDER BY from_at DESC LIMIT 1), '-infinity')
     AND from_at <= coalesce(
       (SELECT from_at FROM day_run WHERE series_id = s.id AND time_zone = a.time_zone AND up AND from_at >= $5
        ORDER BY from_at LIMIT 1), 'infinity')`,
  ),
};

const OPENED = `unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS o(series_id, from_at, to_at, position)`;

const parts = (runs: string): string => `
  SELECT r.series_id AS "seriesId", o.position::int - 1 AS position, ${RUN} FROM ${OPENED} JOIN ${runs} ORDER BY r.from_at`;

const HOURS_OF_INTERVALS = parts(
  `hour_run r ON r.series_id = o.series_id AND r.from_at >= ${hourOf('o.from_at')} AND r.from_at < o.to_at
     AND r.to_at > o.from_at`,
);

/** Intervals end before the next begins; the last probe of a run is one of it. */
const HOURS: Record<RunKind, string> = {
  counts: HOURS_OF_INTERVALS,
  values: HOURS_OF_INTERVALS,
  probes: parts(
    `hour_run r ON r.series_id = o.series_id AND r.from_at >= ${hourOf('o.from_at')} AND r.from_at <= o.to_at
       AND r.to_at >= o.from_at`,
  ),
};

const single = (until: string): string =>
  parts(`LATERAL (
    SELECT m.series_id, m.observed_at AS from_at, coalesce(m.to_at, m.observed_at) AS to_at, m.good, m.total, m.up,
      m.sketch, m.revision, 1 AS measurements, 0 AS longest_step_ms
    FROM measurement m
    WHERE m.series_id = o.series_id AND m.observed_at >= o.from_at AND m.observed_at ${until} AND ${stands('m')}
  ) r ON true`);

const MEASUREMENTS: Record<RunKind, string> = {
  counts: single('< o.to_at'),
  values: single('< o.to_at'),
  probes: single('<= o.to_at'),
};

import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { dropAnswers, surveysBefore } from '../ledger/drop-answers.js';
import { monthsHeld, nextMonth, tableOf } from '../ledger/ensure-months.js';
import { stands } from '../ledger/measurement-sql.js';
import { rollUp } from './roll-up.js';
import { RUN_COLUMNS } from './run-sql.js';

/** How long measurements are kept one by one, and by the hour; days, and groups of answers, are kept. */
@Injectable()
export class Retention {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'keepMonths'>,
    private readonly database: Database,
  ) {}

  /**
   * Drops what is older than it is to be kept, a month a transaction: only months of which every period is closed, and of
   * which the runs say all that its results were judged by.
   */
  @Job('measurementRetention', { everyMinutes: 1440 })
  async drop(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const { measurements, hours } = this.config.keepMonths;
    if (measurements !== null) {
      const held = await this.database.transaction(monthsHeld);
      for (const month of olderThan(held, at, measurements))
        await this.database.transaction((tx) => dropMeasurements(tx, month, at));
      const before = new Date(keptSince(at, measurements));
      for (const survey of await surveysBefore(this.database.read, before))
        await this.database.transaction((tx) => dropAnswers(tx, survey, before, at));
    }
    if (hours !== null) {
      const rolled = await this.database.transaction(monthsWithHoursOnly);
      for (const month of olderThan(rolled, at, hours))
        await this.database.transaction((tx) => dropHours(tx, month, at));
    }
  }
}

const keptSince = (at: Date, keep: number): string =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - keep)).toISOString();

function olderThan(months: readonly string[], at: Date, keep: number): string[] {
  const since = keptSince(at, keep);
  return months.filter((month) => nextMonth(month) <= since);
}

async function dropMeasurements(tx: EntityManager, month: string, at: Date): Promise<void> {
  const time = [`${month}-01T00:00:00Z`, nextMonth(month)];
  const waiting: { id: string }[] = await tx.query(NOT_ROLLED_UP, time);
  await rollUp(
    tx,
    waiting.map(({ id }) => id),
  );
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK.rollups]); // Nobody judges in the meantime.
  const [{ isOver }]: [{ isOver: boolean }] = await tx.query(IS_OVER, time);
  if (!isOver) return;
  const single: object[] = await tx.query(SINGLE, time);
  if (single.length > 0) await tx.query(ADD_SINGLE, [JSON.stringify(single)]);
  await tx.query(`INSERT INTO dropped_month SELECT 'measurements', $1, $2, count(*) FROM ${tableOf(month)}`, [
    month,
    at,
  ]);
  await tx.query(`DROP TABLE ${tableOf(month)}`);
}

async function dropHours(tx: EntityManager, month: string, at: Date): Promise<void> {
  const time = [`${month}-01T00:00:00Z`, nextMonth(month)];
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK.rollups]);
  await tx.query(DROP_HOURS, [...time, month, at]);
}

/** Months of hours of which the measurements are gone. */
async function monthsWithHoursOnly(tx: EntityManager): Promise<string[]> {
  const rows: { month: string }[] = await tx.query(HOURS_ONLY);
  return rows.map(({ month }) => month);
}

const OF_MONTH = (row: string): string => `${row}.from_at >= $1::timestamptz AND ${row}.from_at < $2::timestamptz`;

const NOT_ROLLED_UP = `
  SELECT DISTINCT s.service_id AS id FROM unrolled u JOIN series s ON s.id = u.series_id
  WHERE u.from_at < $2::timestamptz AND u.to_at >= $1::timestamptz`;

/** Whether nobody will judge the month again, unless something is left out of it. */
const IS_OVER = `
  SELECT NOT EXISTS (SELECT FROM unrolled WHERE from_at < $2::timestamptz AND to_at >= $1::timestamptz)
    AND NOT EXISTS (SELECT FROM unjudged WHERE from_at < $2::timestamptz AND to_at >= $1::timestamptz)
    AND NOT EXISTS (
      SELECT FROM period_result r JOIN commitment c ON c.id = r.commitment_id JOIN series s ON s.service_id = c.service_id
      WHERE r.state = 'open' AND r.from_at < $2::timestamptz AND r.to_at > $1::timestamptz
    ) AS "isOver"`;

/** The instants of a month at which sums of counts are split: ends of what is taken out, and midnights. */
const CUTS = `
  cut AS MATERIALIZED (
    SELECT m.service_id, unnest(ARRAY[m.from_at, m.to_at]) AS at FROM maintenance m WHERE m.cancelled_at IS NULL
    UNION SELECT c.service_id, unnest(ARRAY[e.from_at, e.to_at])
      FROM exclusion e JOIN commitment c ON c.id = e.commitment_id WHERE e.state = 'approved'
    UNION SELECT s.service_id, d.day AT TIME ZONE z.time_zone
      FROM rolled_zone z JOIN series s ON s.id = z.series_id
      CROSS JOIN generate_series($1::timestamp - interval '1 day', $2::timestamp + interval '1 day', interval '1 day') AS d(day)
  ), hold AS MATERIALIZED (
    SELECT c.service_id, min((t.indicator ->> 'longestHoldMs')::bigint) AS ms
    FROM commitment_terms t JOIN commitment c ON c.id = t.commitment_id GROUP BY c.service_id
  )`;

/** As `unclearCounts` and `unclearProbes` tell it. @param runs The table; `r` and its series `s` are at hand. */
const unclear = (runs: string): string => `r.measurements > 1 AND CASE WHEN r.up IS NULL
  THEN EXISTS (SELECT FROM cut WHERE cut.service_id = s.service_id AND cut.at > r.from_at AND cut.at < r.to_at)
  ELSE r.longest_step_ms > (SELECT h.ms FROM hold h WHERE h.service_id = s.service_id) OR EXISTS (
    SELECT FROM ${runs} o JOIN series os ON os.id = o.series_id AND os.service_id = s.service_id
    WHERE o.up <> r.up AND o.from_at <= r.to_at AND o.to_at >= r.from_at
  ) END`;

/** Hours that say too little are kept as their measurements, one by one. */
const SINGLE = `
  WITH ${CUTS}, gone AS (
    DELETE FROM hour_run r USING series s WHERE s.id = r.series_id AND ${OF_MONTH('r')} AND (${unclear('hour_run')}) IS TRUE
    RETURNING r.series_id, r.from_at, r.to_at, r.up
  )
  SELECT m.series_id, m.observed_at AS from_at, coalesce(m.to_at, m.observed_at) AS to_at, m.good, m.total,
    1 AS measurements, CASE WHEN m.up IS NOT NULL THEN 0 END AS longest_step_ms, m.revision, m.up, m.sketch
  FROM gone g JOIN measurement m ON m.series_id = g.series_id AND m.observed_at >= g.from_at
    AND (m.observed_at < g.to_at OR (g.up IS NOT NULL AND m.observed_at = g.to_at))
  WHERE ${stands('m')}`;

const ADD_SINGLE = `
  INSERT INTO hour_run (${RUN_COLUMNS}) SELECT ${RUN_COLUMNS} FROM jsonb_populate_recordset(NULL::hour_run, $1)`;

/** But for those of days that say too little, that reach into another month, and of series that no day is kept of. */
const DROP_HOURS = `
  WITH ${CUTS}, clear AS (
    SELECT r.series_id, r.from_at, r.to_at FROM day_run r JOIN series s ON s.id = r.series_id
    WHERE date_trunc('day', r.from_at, r.time_zone) >= $1::timestamptz
      AND date_trunc('day', r.from_at, r.time_zone) + interval '25 hours' <= $2::timestamptz
      AND (${unclear('day_run')}) IS NOT TRUE
  ), gone AS (
    DELETE FROM hour_run h USING rolled_zone z WHERE z.series_id = h.series_id AND ${OF_MONTH('h')} AND NOT EXISTS (
      SELECT FROM rolled_zone other WHERE other.series_id = h.series_id AND NOT EXISTS (
        SELECT FROM day_run d JOIN clear USING (series_id, from_at, to_at)
        WHERE d.series_id = h.series_id AND d.time_zone = other.time_zone AND d.from_at <= h.from_at AND d.to_at >= h.to_at
      )
    ) RETURNING h.series_id
  )
  INSERT INTO dropped_month (level, month, dropped_at, rows) SELECT 'hours', $3, $4, count(*) FROM gone`;

const HOURS_ONLY = `
  SELECT month FROM dropped_month WHERE level = 'measurements'
  EXCEPT SELECT month FROM dropped_month WHERE level = 'hours' ORDER BY 1`;

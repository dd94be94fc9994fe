import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';
import { Database } from '../../platform/database/database.js';
import { droppedMonths, monthsHeld, nextMonth, tableOf } from '../ledger/ensure-months.js';
import type { RunKind } from '../ledger/series.entity.js';
import { JUDGED_SERIES, rollDays, type SeriesTime } from './roll-up.js';
import { hourOf, measurementsAsRuns, OF_FIRST_ONES, RUN_COLUMNS, RUNS_OF } from './run-sql.js';

/** Months are made by so many connections at once, as one statement that writes is worked on by one process. */
const AT_ONCE = 2;

/** The runs that results are judged from, as a whole. */
@Injectable()
export class Rollups {
  constructor(private readonly database: Database) {}

  /**
   * Makes all runs anew from the ledger, and asks for every service to be judged again. Who judges in the meantime waits.
   * Breaking off leaves everything to be made before it is read, by `rollUp`.
   */
  async rebuild(): Promise<void> {
    await this.database.transaction(async (alone) => {
      await alone.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK.rollups]);
      const { marks, months, kinds } = await this.database.transaction(begin);
      await inTurns(months, (month) => this.database.transaction((tx) => makeHours(tx, month, kinds)));
      const parts = await this.database.transaction((tx) => partsOfZones(tx, months));
      await inTurns(parts, ({ timeZone, times }) =>
        this.database.transaction((tx) => rollDays(tx, timeZone, times, kinds)),
      );
      await this.database.transaction((tx) => end(tx, months, marks));
    });
  }
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function begin(tx: EntityManager): Promise<{ marks: string[]; months: string[]; kinds: Set<RunKind> }> {
  const months = await monthsHeld(tx);
  const dropped = await droppedMonths(tx);
  if (dropped.size === 0) await tx.query('TRUNCATE hour_run, day_run');
  else await tx.query(DELETE_HOURS, [[...dropped]]); // The rest cannot be made again.
  await tx.query('DELETE FROM rolled_zone');
  await tx.query(ZONES);
  const marks: { id: string }[] = await tx.query(MARK_ALL, timesOf(months));
  const series: { kind: RunKind }[] = await tx.query(`SELECT DISTINCT kind FROM series WHERE kind <> 'answers'`);
  return {
    marks: marks.map(({ id }) => id),
    months: await monthsHeld(tx),
    kinds: new Set(series.map(({ kind }) => kind)),
  };
}

async function makeHours(tx: EntityManager, month: string, kinds: ReadonlySet<RunKind>): Promise<void> {
  await tx.query(`SET LOCAL work_mem = '512MB'`);
  const found = `${tableOf(month)} m WHERE true`;
  const [{ corrected }]: [{ corrected: boolean }] = await tx.query(isCorrected(month));
  const pieces = measurementsAsRuns(hourOf('m.observed_at'), found, corrected ? undefined : 'true');
  // In order, so that the hours of a series lie beside each other, where its days find them.
  for (const kind of kinds)
    await tx.query(
      `INSERT INTO hour_run (${RUN_COLUMNS}) ${RUNS_OF[kind](pieces, corrected ? undefined : OF_FIRST_ONES)} ORDER BY 1, 2`,
    );
}

/** So many months of series are rolled up by the days of a zone together. */
const TOGETHER = 500;

/** Of each zone some series, with what is measured of them, by months. */
async function partsOfZones(
  tx: EntityManager,
  months: readonly string[],
): Promise<{ timeZone: string; times: SeriesTime[] }[]> {
  const rows: (SeriesTime & { timeZone: string })[] = await tx.query(WHOLE_TIMES, timesOf(months));
  const parts: { timeZone: string; times: SeriesTime[] }[] = [];
  for (const { timeZone, ...time } of rows) {
    const last = parts.at(-1);
    const goesOn =
      last?.timeZone === timeZone && (last.times.length < TOGETHER || last.times.at(-1)!.seriesId === time.seriesId);
    if (goesOn) last.times.push(time);
    else parts.push({ timeZone, times: [time] });
  }
  return parts;
}

async function end(tx: EntityManager, months: readonly string[], marks: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM unrolled WHERE id = ANY($1)', [marks]);
  await tx.query(UNJUDGED, timesOf(months));
  await tx.query('ANALYZE hour_run, day_run'); // All of their rows are new.
}

/** Where nothing is, nothing has to be looked for beside each of many rows. */
const isCorrected = (month: string): string =>
  `SELECT EXISTS (SELECT FROM ${tableOf(month)} WHERE revision > 0) AS corrected`;

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

const timesOf = (months: readonly string[]): string[][] => [
  months.map((month) => `${month}-01T00:00:00Z`),
  months.map(nextMonth),
];

/** From the first to the last measurement of a series in each month: `m`. */
const measured = (series: string): string => `unnest($1::timestamptz[], $2::timestamptz[]) AS month(from_at, to_at)
  CROSS JOIN LATERAL (
    SELECT min(observed_at) AS from_at, max(observed_at) AS to_at FROM measurement
    WHERE series_id = ${series} AND observed_at >= month.from_at AND observed_at < month.to_at
  ) m WHERE m.from_at IS NOT NULL`;

const DELETE_HOURS = `DELETE FROM hour_run WHERE to_char(from_at AT TIME ZONE 'UTC', 'YYYY-MM') <> ALL ($1)`;

const MARK_ALL = `
  INSERT INTO unrolled (series_id, from_at, to_at)
  SELECT s.id, m.from_at, m.to_at FROM series s CROSS JOIN ${measured('s.id')} RETURNING id`;

const ZONES = `
  INSERT INTO rolled_zone (series_id, time_zone) SELECT DISTINCT s.id, a.time_zone FROM ${JUDGED_SERIES}`;

const WHOLE_TIMES = `
  SELECT z.series_id AS "seriesId", z.time_zone AS "timeZone", ${ms('m.from_at')} AS "from", ${ms('m.to_at')} + 1 AS "to"
  FROM rolled_zone z CROSS JOIN ${measured('z.series_id')} ORDER BY z.time_zone, z.series_id, m.from_at`;

const UNJUDGED = `
  INSERT INTO unjudged (service_id, from_at, to_at)
  SELECT s.service_id, min(m.from_at), max(m.to_at) FROM series s CROSS JOIN ${measured('s.id')} GROUP BY s.service_id`;

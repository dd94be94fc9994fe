import { notKept } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';

/** Makes the partitions of the months that measurements are of, in the transaction that will store them. */
export async function ensureMonths(tx: EntityManager, instants: Iterable<number>): Promise<void> {
  const months = monthsOf(instants);
  if ((await missingOf(tx, months)).length === 0) return;
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK.measurementMonths]);
  for (const month of await missingOf(tx, months)) {
    await assertNotDropped(tx, month);
    const [from, to] = [`${month}-01T00:00:00Z`, nextMonth(month)];
    // Attached rather than made as a partition: nobody who reads or writes has to wait for it.
    await tx.query(`
      CREATE TABLE ${tableOf(month)} (LIKE measurement INCLUDING CONSTRAINTS);
      ALTER TABLE measurement ATTACH PARTITION ${tableOf(month)} FOR VALUES FROM ('${from}') TO ('${to}')`);
  }
}

function monthsOf(instants: Iterable<number>): string[] {
  const months = new Set<string>();
  let [from, to] = [0, 0];
  for (const at of instants) {
    if (from <= at && at < to) continue; // Rows mostly stay in a month.
    const month = monthOf(at);
    months.add(month);
    [from, to] = [Date.parse(`${month}-01T00:00:00Z`), Date.parse(nextMonth(month))];
  }
  return [...months].sort();
}

async function missingOf(tx: EntityManager, months: readonly string[]): Promise<string[]> {
  const rows: { month: string }[] = await tx.query(
    'SELECT month FROM unnest($1::text[], $2::text[]) AS m(month, name) WHERE to_regclass(name) IS NULL ORDER BY month',
    [months, months.map(tableOf)],
  );
  return rows.map(({ month }) => month);
}

/** The months that have a partition, such as 2026-02, oldest first. */
export async function monthsHeld(tx: EntityManager): Promise<string[]> {
  const rows: { month: string }[] = await tx.query(HELD);
  return rows.map(({ month }) => month);
}

const HELD = `
  SELECT replace(right(c.relname, 7), '_', '-') AS month
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'measurement'::regclass ORDER BY 1`;

/** Months of which measurements are not kept one by one any more. */
export async function droppedMonths(tx: EntityManager): Promise<Set<string>> {
  const rows: { month: string }[] = await tx.query(`SELECT month FROM dropped_month WHERE level = 'measurements'`);
  return new Set(rows.map(({ month }) => month));
}

/** @throws {DomainError} `NOT_KEPT` */
async function assertNotDropped(tx: EntityManager, month: string): Promise<void> {
  if ((await droppedMonths(tx)).has(month)) throw notKept(month);
}

/** By universal time. */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** The table that holds the measurements of a month. */
export const tableOf = (month: string): string => `measurement_${month.replace('-', '_')}`;

/** Where the month after begins. */
export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number)).toISOString();
}

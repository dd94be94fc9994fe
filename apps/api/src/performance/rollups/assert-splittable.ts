import { notSplittable } from '@accord/domain';
import { daysAround } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import { monthOf } from '../ledger/ensure-months.js';

const HOUR_MS = 3_600_000;

/**
 * What is left out of a promise splits what was measured; what is kept by the hour or the day only cannot be split within.
 *
 * @throws {DomainError} `NOT_KEPT`
 */
export async function assertSplittable(tx: EntityManager, timeZone: string, ends: readonly Date[]): Promise<void> {
  const rows: { level: 'measurements' | 'hours'; month: string }[] = await tx.query(
    'SELECT level, month FROM dropped_month',
  );
  const dropped = new Set(rows.map(({ level, month }) => `${level} ${month}`));
  for (const end of ends.map((date) => date.getTime())) {
    const month = monthOf(end);
    const isMidnight = daysAround(timeZone, { from: end, to: end })[0] === end;
    if (isMidnight || !dropped.has(`measurements ${month}`)) continue;
    if (dropped.has(`hours ${month}`)) throw notSplittable(month, 'day');
    if (end % HOUR_MS !== 0) throw notSplittable(month, 'hour');
  }
}

import { assertInstant, assertOneOf } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { Interval } from '../foundation/interval.js';
import { assertZone, instantOfWall, wallOfInstant } from '../foundation/zone.js';

/** Over which stretch a promise is judged. A billing month is judged as the calendar month. */
export type Window = 'month' | 'quarter';

/** One calendar month or quarter in the zone of the contract, half-open. Its days may have 23 or 25 hours. */
export interface Period extends Interval {
  /** `2026-03` or `2026-Q1`. */
  readonly id: string;
  readonly window: Window;
  readonly zone: string;
}

const MONTHS: Readonly<Record<Window, number>> = { month: 1, quarter: 3 };
const ID = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/;

/**
 * The period in which an instant lies.
 *
 * @throws {InputError} When the window or zone is unknown, or the instant out of range.
 */
export function periodOf(window: Window, zone: string, at: number): Period {
  assertOneOf('window', window, ['month', 'quarter']);
  assertZone('zone', zone);
  assertInstant('at', at);
  const wall = new Date(wallOfInstant(zone, at));
  return periodFrom(window, zone, wall.getUTCFullYear(), Math.floor(wall.getUTCMonth() / MONTHS[window]));
}

/** Every period that shares time with the range, in order. Empty for an empty range. */
export function periodsBetween(window: Window, zone: string, from: number, to: number): Period[] {
  const periods: Period[] = [];
  for (let at = from; at < to; at = periods.at(-1)!.to) periods.push(periodOf(window, zone, at));
  return periods;
}

/**
 * The period of an id such as `2026-03` or `2026-Q1`.
 *
 * @throws {InputError} When the id is malformed or the zone unknown.
 */
export function periodById(zone: string, id: string): Period {
  assertZone('zone', zone);
  const [, year, month, quarter] = ID.exec(id) ?? [];
  if (year === undefined) throw new InputError('MALFORMED', 'id', id, 'must be a month (2026-03) or quarter (2026-Q1)');
  return periodFrom(quarter ? 'quarter' : 'month', zone, Number(year), Number(quarter ?? month) - 1);
}

function periodFrom(window: Window, zone: string, year: number, index: number): Period {
  const months = MONTHS[window];
  const number = index + 1;
  return Object.freeze({
    id: window === 'quarter' ? `${year}-Q${number}` : `${year}-${String(number).padStart(2, '0')}`,
    window,
    zone,
    from: instantOfWall(zone, Date.UTC(year, index * months, 1)),
    to: instantOfWall(zone, Date.UTC(year, number * months, 1)),
  });
}

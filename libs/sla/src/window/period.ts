import {
  assertCount,
  assertInstant,
  assertOneOf,
  assertRecord,
  assertText,
  FIRST_INSTANT,
  FIRST_YEAR,
  LAST_INSTANT,
} from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { assertInterval, type Interval } from '../foundation/interval.js';
import { DAY_MS } from '../foundation/local-date.js';
import { assertZone, instantOfWall, wallOfInstant } from '../foundation/zone.js';

/** Whole months of the calendar. A billing month is judged as the calendar month. */
export type CalendarWindow = 'month' | 'quarter' | 'year';

/**
 * The time just before an instant, which moves along with it. Days go back to the same time on the wall, so that one of
 * them may have 23 or 25 hours; hours and minutes are elapsed time.
 */
export type RollingWindow = { readonly days: number } | { readonly hours: number } | { readonly minutes: number };

/** Over which stretch a promise is judged. */
export type Window = CalendarWindow | RollingWindow;

/** One month, quarter or year in the zone of the contract, or what a rolling window shows; half-open. */
export interface Period extends Interval {
  /** `2026-03`, `2026-Q1`, `2026`; of a rolling window its length and end: `30d/2026-03-31T12:00:00.000Z`. */
  readonly id: string;
  readonly window: Window;
  readonly zone: string;
}

const MONTHS: Readonly<Record<CalendarWindow, number>> = { month: 1, quarter: 3, year: 12 };
const ID = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

/**
 * The period in which an instant lies; of a rolling window, the one that ends at it.
 *
 * @throws {InputError} When the window or zone is unknown, or the instant out of range.
 *
 * @example
 * periodOf('quarter', 'Europe/Berlin', at).id; // '2026-Q1'
 * periodOf({ days: 30 }, 'Europe/Berlin', asOf).to === asOf; // true
 */
export function periodOf(window: Window, zone: string, at: number): Period {
  assertZone('zone', zone);
  assertInstant('at', at);
  if (typeof window === 'object' && window !== null) return rollingPeriod(window, zone, at);
  assertOneOf('window', window, ['month', 'quarter', 'year']);
  const wall = new Date(wallOfInstant(zone, at));
  return periodFrom(window, zone, wall.getUTCFullYear(), Math.floor(wall.getUTCMonth() / MONTHS[window]), 'at');
}

/** @throws {InputError} When what was given has not the form of a period, or lies outside the years 1900 to 2199. */
export function assertPeriod(path: string, period: Period): void {
  assertRecord(path, period);
  const { id, window, zone, from, to } = period;
  assertText(`${path}.id`, id);
  assertText(`${path}.zone`, zone);
  if (typeof window !== 'object') assertOneOf(`${path}.window`, window, ['month', 'quarter', 'year']);
  assertInstant(`${path}.from`, from);
  if (to !== LAST_INSTANT) assertInterval(path, { from, to });
}

/**
 * Every period that shares time with the range, in order. Empty for an empty range.
 *
 * @throws {InputError} When the window or zone is unknown, or an instant out of range.
 */
export function periodsBetween(window: CalendarWindow, zone: string, from: number, to: number): Period[] {
  assertOneOf('window', window, ['month', 'quarter', 'year']);
  assertZone('zone', zone);
  assertInstant('from', from);
  assertInstant('to', to);
  const periods: Period[] = [];
  for (let at = from; at < to; at = periods.at(-1)!.to) periods.push(periodOf(window, zone, at));
  return periods;
}

/**
 * The period of an id such as `2026-03`, `2026-Q1` or `2026`.
 *
 * @throws {InputError} When the id is malformed, the zone unknown, or the period not within the years 1900 to 2199.
 */
export function periodById(zone: string, id: string): Period {
  assertZone('zone', zone);
  const [, year, month, quarter] = (typeof id === 'string' && ID.exec(id)) || [];
  if (year === undefined)
    throw new InputError('MALFORMED', 'id', id, 'must be a month (2026-03), quarter (2026-Q1) or year (2026)');
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  if (Number(year) < FIRST_YEAR) throw outOfRange('id', id);
  const window = quarter ? 'quarter' : month ? 'month' : 'year';
  return periodFrom(window, zone, Number(year), Number(quarter ?? month ?? 1) - 1, 'id');
}

function periodFrom(window: CalendarWindow, zone: string, year: number, index: number, path: string): Period {
  const months = MONTHS[window];
  const start = (month: number) => startOf(path, zone, Date.UTC(year, month, 1));
  return Object.freeze({
    id: idOf(window, year, index + 1),
    window,
    zone,
    from: start(index * months),
    to: start((index + 1) * months),
  });
}

/** @throws {InputError} When a period would not begin and end within the years 1900 to 2199. */
function startOf(path: string, zone: string, wallMs: number): number {
  const near = wallMs >= FIRST_INSTANT - DAY_MS && wallMs <= LAST_INSTANT + DAY_MS;
  const at = near ? instantOfWall(zone, wallMs) : wallMs;
  if (at >= FIRST_INSTANT && at <= LAST_INSTANT) return at;
  throw outOfRange(path, new Date(wallMs).toISOString());
}

const outOfRange = (path: string, value: string): InputError =>
  new InputError('OUT_OF_RANGE', path, value, 'must lie in the years 1900 to 2199');

function idOf(window: CalendarWindow, year: number, number: number): string {
  if (window === 'year') return String(year);
  return window === 'quarter' ? `${year}-Q${number}` : `${year}-${String(number).padStart(2, '0')}`;
}

function rollingPeriod(window: RollingWindow, zone: string, to: number): Period {
  const unit = Object.keys(window).join(' and ') as keyof typeof UNIT_MS;
  assertOneOf('window', unit, ['days', 'hours', 'minutes']);
  const length = (window as Readonly<Record<string, number>>)[unit]!;
  assertCount(`window.${unit}`, length);
  if (length === 0) throw new InputError('OUT_OF_RANGE', `window.${unit}`, length, 'must be longer than nothing');
  const ms = length * UNIT_MS[unit];
  const from = unit === 'days' ? instantOfWall(zone, wallOfInstant(zone, to) - ms) : to - ms;
  assertInstant(`window.${unit}`, from);
  return Object.freeze({
    id: `${length}${unit[0]}/${new Date(to).toISOString()}`,
    window: Object.freeze({ [unit]: length }) as RollingWindow,
    zone,
    from,
    to,
  });
}

const UNIT_MS = { days: DAY_MS, hours: 3_600_000, minutes: 60_000 };

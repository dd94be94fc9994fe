import { assertInstant, assertWhole } from '../foundation/check.js';
import { assertDay, DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';
import { instantOfWall, wallOfInstant } from '../foundation/zone.js';
import { assertCalendar, type Calendar } from './calendar.js';

/**
 * The date a number of calendar months later, or earlier when negative: the same day of the month, or its last day where
 * the month is shorter.
 *
 * @throws {InputError} When the date is malformed, the number is not whole, or leads out of the years 1900 to 2199.
 *
 * @example
 * addMonths('2026-01-31', 1); // '2026-02-28'
 */
export function addMonths(date: string, months: number): string {
  return formatDate(monthsAfter(parseDate('date', date), months));
}

/**
 * The instant a number of calendar months later, or earlier when negative: the same time of day on the calendar's wall
 * clock, on the date of {@link addMonths}.
 *
 * @throws {InputError} When `at` or the answer lies outside the years 1900 to 2199, or the number is not whole.
 */
export function addMonthsAt(calendar: Calendar, at: number, months: number): number {
  assertCalendar('calendar', calendar);
  assertInstant('at', at);
  const wallMs = wallOfInstant(calendar.zone, at);
  const day = Math.floor(wallMs / DAY_MS);
  const reached = monthsAfter(day, months);
  if (reached === day) return at;
  const reachedAt = instantOfWall(calendar.zone, wallMs + (reached - day) * DAY_MS);
  assertInstant('months', reachedAt);
  return reachedAt;
}

function monthsAfter(day: number, months: number): number {
  assertWhole('months', months);
  const date = new Date(day * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  const reached = first / DAY_MS + Math.min(date.getUTCDate(), lastOfMonth) - 1;
  assertDay('months', reached, months);
  return reached;
}

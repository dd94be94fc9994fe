import { assertOneOf, assertWhole } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { formatDate, isDay, parseDate } from '../foundation/local-date.js';
import { assertCalendar, type Calendar } from './calendar.js';

/**
 * How days are counted from a date that is itself closed: `count` steps day by day and counts open ones; `rollFirst`
 * first moves to an open date in the direction of travel, then counts.
 */
export type DayRule = 'count' | 'rollFirst';

/** Open dates of a range, by which of its ends belong to it. Negative when the range runs backwards. */
export interface BusinessDays {
  readonly fromInclusive: number;
  readonly toInclusive: number;
  readonly bothInclusive: number;
}

/**
 * Whether hours are planned for the date, `YYYY-MM-DD`, and its clock shows them. A night shift counts for the date on
 * which it opens. Breaks do not close a date: a day of which all hours are taken out is still counted.
 */
export function isBusinessDay(calendar: Calendar, date: string): boolean {
  assertCalendar('calendar', calendar);
  return calendar.opensOn(parseDate('date', date));
}

/**
 * The date a number of business days later, or earlier when negative. By `count`, 0 days is the date itself.
 *
 * @throws {InputError} When the date is malformed, the number is not whole, or the calendar does not open so often.
 */
export function addBusinessDays(calendar: Calendar, date: string, days: number, rule: DayRule = 'count'): string {
  assertCalendar('calendar', calendar);
  return formatDate(businessDayAfter(calendar, parseDate('date', date), days, rule));
}

/** Business days between two dates. */
export function businessDaysBetween(calendar: Calendar, from: string, to: string): BusinessDays {
  assertCalendar('calendar', calendar);
  const a = parseDate('from', from);
  const b = parseDate('to', to);
  const sign = b < a ? -1 : 1;
  let both = 0;
  for (let day = Math.min(a, b); day <= Math.max(a, b); day += 1) both += Number(calendar.opensOn(day));
  const without = (day: number): number => sign * (both - Number(calendar.opensOn(day))) + 0;
  return {
    fromInclusive: without(Math.max(a, b)),
    toInclusive: without(Math.min(a, b)),
    bothInclusive: sign * both + 0,
  };
}

/** {@link addBusinessDays} on day numbers. */
export function businessDayAfter(calendar: Calendar, start: number, days: number, rule: DayRule): number {
  assertWhole('days', days);
  assertOneOf('rule', rule, ['count', 'rollFirst']);
  const day = findBusinessDay(calendar, start, days, rule);
  if (day !== undefined) return day;
  throw new InputError('OUT_OF_RANGE', 'days', days, 'must lead to an open date in the years 1900 to 2199');
}

/** {@link businessDayAfter} for a number that was checked before; undefined when the calendar does not open so often. */
export function findBusinessDay(calendar: Calendar, start: number, days: number, rule: DayRule): number | undefined {
  const step = days < 0 ? -1 : 1;
  let day = start;
  if (rule === 'rollFirst') while (isDay(day) && !calendar.opensOn(day)) day += step;
  for (let left = Math.abs(days); left > 0 && isDay(day); left -= Number(calendar.opensOn(day))) day += step;
  return isDay(day) ? day : undefined;
}

import { FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';
import type { Calendar } from './calendar.js';

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

const FIRST_DAY = Date.UTC(FIRST_YEAR, 0, 1) / DAY_MS;
const LAST_DAY = Date.UTC(LAST_YEAR + 1, 0, 1) / DAY_MS - 1;

/** Whether anything opens on the date, `YYYY-MM-DD`. A night shift counts for the date on which it opens. */
export function isBusinessDay(calendar: Calendar, date: string): boolean {
  return calendar.opensOn(parseDate('date', date));
}

/**
 * The date a number of business days later, or earlier when negative. By `count`, 0 days is the date itself.
 *
 * @throws {InputError} When the date is malformed, the number is not whole, or the calendar does not open so often.
 */
export function addBusinessDays(calendar: Calendar, date: string, days: number, rule: DayRule = 'count'): string {
  return formatDate(businessDayAfter(calendar, parseDate('date', date), days, rule));
}

/** Business days between two dates. */
export function businessDaysBetween(calendar: Calendar, from: string, to: string): BusinessDays {
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
  if (!Number.isSafeInteger(days)) throw new InputError('OUT_OF_RANGE', 'days', days, 'must be a whole number');
  const step = days < 0 ? -1 : 1;
  let day = start;
  if (rule === 'rollFirst') while (!calendar.opensOn(day)) day = stepped(day, step);
  for (let left = Math.abs(days); left > 0; left -= Number(calendar.opensOn(day))) day = stepped(day, step);
  return day;
}

function stepped(day: number, step: number): number {
  if (day >= FIRST_DAY && day <= LAST_DAY) return day + step;
  throw new InputError('OUT_OF_RANGE', 'days', formatDate(day), 'must lead to a date in the years 1900 to 2199');
}

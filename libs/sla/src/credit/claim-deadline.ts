import { businessDayAfter } from '../calendar/business-days.js';
import type { Calendar } from '../calendar/calendar.js';
import { addMonths } from '../calendar/months.js';
import { assertCount } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';
import { instantOfWall } from '../foundation/zone.js';
import { InputError } from '../foundation/input-error.js';

/** How long a credit may be claimed, counted from the date after the one that begins the term. */
export type ClaimTerm =
  | { readonly days: number }
  /** Open dates of the calendar. */
  | { readonly businessDays: number }
  /** The same day of the month so many months later, or its last day where the month is shorter. */
  | { readonly months: number }
  /** Until the end of this month (0), the next one (1), the one after (2). */
  | { readonly monthEnds: number };

export interface ClaimDeadline {
  /** The last date on which the claim is in time, `YYYY-MM-DD`. */
  readonly lastDate: string;
  /** The end of that date in the zone of the calendar: a claim received before it is in time. */
  readonly to: number;
  readonly explanation: readonly Step[];
}

/**
 * Until when a credit can be claimed. The date that begins the term (the last one of the period, or that of the
 * incident) is not counted.
 *
 * @param calendar Its open dates are business days; its zone says when a date ends.
 * @throws {InputError} When the date is malformed, the term none of the four, or its number not whole or negative.
 *
 * @example
 * claimDeadline(office, { days: 30 }, '2026-05-31').lastDate; // '2026-06-30'
 */
export function claimDeadline(calendar: Calendar, term: ClaimTerm, date: string): ClaimDeadline {
  const lastDay = lastDayOf(calendar, term, parseDate('date', date));
  const lastDate = formatDate(lastDay);
  const to = instantOfWall(calendar.zone, (lastDay + 1) * DAY_MS);
  const inputs = { date, term: { ...term }, zone: calendar.zone };
  return { lastDate, to, explanation: [step('credit.claimDeadline', inputs, { lastDate, to })] };
}

function lastDayOf(calendar: Calendar, term: ClaimTerm, day: number): number {
  const [[name, count] = []] = Object.entries(term) as [string, number][];
  if (count === undefined) throw new InputError('MISSING', 'term', term, 'must be given');
  assertCount(`term.${name}`, count);
  if ('days' in term) return day + count;
  if ('businessDays' in term) return businessDayAfter(calendar, day, count, 'count');
  if ('months' in term) return parseDate('term.months', addMonths(formatDate(day), count));
  if ('monthEnds' in term) return parseDate('term.monthEnds', addMonths(firstOfMonth(day), count + 1)) - 1;
  throw new InputError('MALFORMED', 'term', term, 'must be days, businessDays, months or monthEnds');
}

const firstOfMonth = (day: number): string => `${formatDate(day).slice(0, 7)}-01`;

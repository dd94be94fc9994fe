import { businessDayAfter } from '../calendar/business-days.js';
import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import { addMonths } from '../calendar/months.js';
import { assertCount, assertOneOf, assertRecord } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { DAY_MS, FIRST_DAY, formatDate, LAST_DAY, parseDate } from '../foundation/local-date.js';
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
  assertCalendar('calendar', calendar);
  const lastDay = lastDayOf(calendar, term, parseDate('date', date));
  const lastDate = formatDate(lastDay);
  const to = instantOfWall(calendar.zone, (lastDay + 1) * DAY_MS);
  const inputs = { date, term: { ...term }, zone: calendar.zone };
  return { lastDate, to, explanation: [step('credit.claimDeadline', inputs, { lastDate, to })] };
}

function lastDayOf(calendar: Calendar, term: ClaimTerm, day: number): number {
  assertRecord('term', term);
  const unit = Object.keys(term).join(' and ') as keyof typeof LAST_DAYS;
  assertOneOf('term', unit, Object.keys(LAST_DAYS) as (typeof unit)[]);
  const path = `term.${unit}`;
  const count = (term as Readonly<Record<string, number>>)[unit]!;
  assertCount(path, count);
  const lastDay = count > LAST_DAY - FIRST_DAY ? Infinity : LAST_DAYS[unit](day, count, calendar);
  if (lastDay <= LAST_DAY) return lastDay;
  throw new InputError('OUT_OF_RANGE', path, count, 'must end in the years 1900 to 2199');
}

const LAST_DAYS = {
  days: (day: number, count: number) => day + count,
  businessDays: (day: number, count: number, calendar: Calendar) => businessDayAfter(calendar, day, count, 'count'),
  months: (day: number, count: number) => parseDate('term.months', addMonths(formatDate(day), count)),
  monthEnds: (day: number, count: number) => parseDate('term.monthEnds', addMonths(firstOfMonth(day), count + 1)) - 1,
};

const firstOfMonth = (day: number): string => `${formatDate(day).slice(0, 7)}-01`;

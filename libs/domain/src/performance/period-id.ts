import type { LocalDay } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';

/** A calendar month or quarter by its id: `2026-03` or `2026-Q1`. */
export type PeriodId = string;

/** Of the years 1900 to 2999, as days are. */
const PERIOD = /^(19|2\d)\d\d-(0[1-9]|1[0-2]|Q[1-4])$/;

/** Whether a text is a month of the years 1900 to 2999. */
export const isMonthId = (text: string): boolean => PERIOD.test(text) && !text.includes('Q');

/**
 * @param field Where the text was said.
 * @throws {DomainError} `UNKNOWN_PERIOD` when the text names neither a month nor a quarter.
 */
export function assertPeriodId(period: string, field = 'period'): void {
  if (PERIOD.test(period)) return;
  throw new DomainError('UNKNOWN_PERIOD', 'A period is a month such as 2026-03 or a quarter such as 2026-Q1.', [field]);
}

/** @throws {DomainError} Unless they are periods, and the second does not begin before the first. */
export function assertPeriodRange({ from, to }: { readonly from: string; readonly to: string }): void {
  assertPeriodId(from, 'from');
  assertPeriodId(to, 'to');
  if (firstDayOf(to) < firstDayOf(from))
    throw new DomainError('WRONG_PERIOD', `The last month is ${to}, which is before the first one, ${from}.`, ['to']);
}

/** The months of a period, by their ids. */
export function monthsOf(period: PeriodId): PeriodId[] {
  const [year, part] = period.split('-') as [string, string];
  if (!part.startsWith('Q')) return [period];
  const last = Number(part.slice(1)) * 3;
  return [last - 2, last - 1, last].map((month) => `${year}-${String(month).padStart(2, '0')}`);
}

export function firstDayOf(period: PeriodId): LocalDay {
  return `${monthsOf(period)[0]}-01`;
}

/**
 * The ids of all months and quarters that end in a period. A quarter belongs to the month in which it ends, for only
 * then there is something to judge.
 */
export function periodsEndingIn(period: PeriodId): PeriodId[] {
  const months = monthsOf(period);
  return [...months, ...months.flatMap(quarterEndingIn)];
}

function quarterEndingIn(month: PeriodId): PeriodId[] {
  const quarter = Number(month.slice(5)) / 3;
  return Number.isInteger(quarter) ? [`${month.slice(0, 4)}-Q${quarter}`] : [];
}

/** An instant by which the period is over in every zone. */
export function surelyOver(period: PeriodId): Date {
  const [year, month] = monthsOf(period).at(-1)!.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 3));
}

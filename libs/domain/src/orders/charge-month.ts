import { addMonths } from '@accord/sla';
import { addDays, dayBefore, type LocalDay } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';

/** Days, both inclusive. */
export interface ChargeDays {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/**
 * The days of a calendar month.
 *
 * @param month Such as `2026-03`.
 * @throws {DomainError} `MALFORMED_MONTH`
 */
export function daysOfMonth(month: string, field: readonly string[] = ['month']): ChargeDays {
  if (!MONTH.test(month)) throw new DomainError('MALFORMED_MONTH', `"${month}" is no month such as 2026-03.`, field);
  const from = `${month}-01`;
  return { from, to: dayBefore(addMonths(from, 1)) };
}

/** `2026-03` of any of its days. */
export const monthOf = (day: LocalDay): string => day.slice(0, 7);

export const nextMonth = (month: string): string => monthOf(addMonths(`${month}-01`, 1));

export const previousMonth = (month: string): string => monthOf(dayBefore(`${month}-01`));

/** How many days; 0 when the last is before the first. */
export function countDays({ from, to }: ChargeDays): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
}

/** The days that both have; null when there are none. */
export function commonDays(one: ChargeDays, other: ChargeDays): ChargeDays | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}

/** Periods of so many months, the first from the anchor on, that have days in common with the days given. */
export function periodsFrom(anchor: LocalDay, months: number, days: ChargeDays): ChargeDays[] {
  const periods: ChargeDays[] = [];
  const begin = (place: number) => addMonths(anchor, place * months);
  // A year before the days at the least: no period is longer.
  let place = Math.max(0, Math.floor(monthsBetween(anchor, days.from) / months) - 1);
  for (; begin(place) <= days.to; place++) {
    const period = { from: begin(place), to: addDays(begin(place + 1), -1) };
    if (period.to >= days.from) periods.push(period);
  }
  return periods;
}

function monthsBetween(from: LocalDay, to: LocalDay): number {
  const [years, months] = [
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)),
    Number(to.slice(5, 7)) - Number(from.slice(5, 7)),
  ];
  return years * 12 + months;
}

import { plusDays, weekdayOf } from '../months.js';

/** Days on which offices are closed, of a year. */
export type Holidays = (year: number) => string[];

export const NETHERLANDS: Holidays = (year) => {
  const easter = easterSunday(year);
  const kingsDay = `${year}-04-27`;
  return [
    `${year}-01-01`,
    plusDays(easter, 1),
    weekdayOf(kingsDay) === 0 ? plusDays(kingsDay, -1) : kingsDay,
    plusDays(easter, 39), // Ascension
    plusDays(easter, 50), // Whit Monday
    `${year}-12-25`,
    `${year}-12-26`,
  ];
};

export const ENGLAND: Holidays = (year) => {
  const easter = easterSunday(year);
  const christmas = [`${year}-12-25`, `${year}-12-26`];
  return [
    substitute(`${year}-01-01`, []),
    plusDays(easter, -2), // Good Friday
    plusDays(easter, 1),
    nthWeekday(year, 5, 1, 1),
    nthWeekday(year, 5, 1, -1),
    nthWeekday(year, 8, 1, -1),
    ...christmas.reduce<string[]>((taken, day) => [...taken, substitute(day, [...taken, ...christmas])], []),
  ];
};

export const UNITED_STATES: Holidays = (year) => [
  observed(`${year}-01-01`),
  nthWeekday(year, 1, 1, 3), // Martin Luther King
  nthWeekday(year, 2, 1, 3), // Presidents
  nthWeekday(year, 5, 1, -1), // Memorial Day
  observed(`${year}-06-19`),
  observed(`${year}-07-04`),
  nthWeekday(year, 9, 1, 1), // Labor Day
  nthWeekday(year, 11, 4, 4), // Thanksgiving
  observed(`${year}-12-25`),
];

/** On a weekend: the next working day that is not taken. */
function substitute(day: string, taken: readonly string[]): string {
  if (weekdayOf(day) % 6 !== 0) return day;
  let next = plusDays(day, 1);
  while (weekdayOf(next) % 6 === 0 || taken.includes(next)) next = plusDays(next, 1);
  return next;
}

/** On a Saturday: the Friday before; on a Sunday: the Monday after. */
function observed(day: string): string {
  return plusDays(day, { 0: 1, 6: -1 }[weekdayOf(day)] ?? 0);
}

/** @param nth Counted from 1, or from the end of the month with −1. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = new Date(Date.UTC(year, nth > 0 ? month - 1 : month, 1)).toISOString().slice(0, 10);
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  return plusDays(first, ahead + 7 * (nth > 0 ? nth - 1 : nth));
}

/** Gregorian (Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)).toISOString().slice(0, 10);
}

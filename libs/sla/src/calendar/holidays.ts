import { InputError } from '../foundation/input-error.js';
import { formatDate, parseDate } from '../foundation/local-date.js';

/** Holidays date by date. */
export interface Holidays {
  /** Days since 1970-01-01. */
  readonly dates: ReadonlySet<number>;
  /** `MM-DD`, every year. */
  readonly yearly: ReadonlySet<string>;
}

const YEARLY = /^--(?=\d{2}-\d{2}$)/;
const LEAP_YEAR = '2000-';
const YEAR_DAYS = 366;

/**
 * Expands dates and ranges of dates, `from/to` with both ends included. A yearly range may run over New Year.
 *
 * @throws {InputError} When one is malformed, ends before it begins, or is longer than a year.
 */
export function parseHolidays(written: readonly string[]): Holidays {
  const dates = new Set<number>();
  const yearly = new Set<string>();
  written.forEach((text, i) => {
    const path = `holidays[${i}]`;
    const [first = '', last = first, ...more] = typeof text === 'string' ? text.split('/') : [];
    if (more.length > 0 || YEARLY.test(first) !== YEARLY.test(last)) {
      throw new InputError('MALFORMED', path, text, 'must be one date, or two of the same form with / between them');
    }
    if (YEARLY.test(first)) for (const day of yearlyRange(path, first, last)) yearly.add(monthAndDayOf(day));
    else for (const day of range(path, text, parseDate(path, first), parseDate(path, last))) dates.add(day);
  });
  return { dates, yearly };
}

/** `MM-DD` of a day number. */
export const monthAndDayOf = (day: number): string => formatDate(day).slice(5);

/** Days of a leap year, so that a range over the end of February holds the 29th. */
function yearlyRange(path: string, first: string, last: string): number[] {
  const [from, to] = [first, last].map((text) => yearlyDay(path, text)) as [number, number];
  if (from <= to) return daysOf(from, to);
  return [...daysOf(from, yearlyDay(path, '--12-31')), ...daysOf(yearlyDay(path, '--01-01'), to)];
}

function yearlyDay(path: string, text: string): number {
  try {
    return parseDate(path, text.replace(YEARLY, LEAP_YEAR));
  } catch {
    throw new InputError('MALFORMED', path, text, 'must be a date written --MM-DD');
  }
}

function range(path: string, text: string, from: number, to: number): number[] {
  if (to < from) throw new InputError('EMPTY_INTERVAL', path, text, 'must not end before it begins');
  if (to - from >= YEAR_DAYS) throw new InputError('OUT_OF_RANGE', path, text, 'must be a year at most');
  return daysOf(from, to);
}

const daysOf = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

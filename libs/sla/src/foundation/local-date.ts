import { FIRST_INSTANT, LAST_INSTANT } from './check.js';
import { InputError } from './input-error.js';

export const DAY_MS = 86_400_000;

/** The dates that can be asked about: those of the years 1900 to 2199. */
export const FIRST_DAY = FIRST_INSTANT / DAY_MS;
export const LAST_DAY = LAST_INSTANT / DAY_MS - 1;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A date of the calendar on the wall, as whole days since 1970-01-01. Arithmetic on it never meets a clock change.
 *
 * @throws {InputError} When the text is no real date written `YYYY-MM-DD`, or outside the years 1900 to 2199.
 */
export function parseDate(path: string, text: string): number {
  const [, year, month, date] = (typeof text === 'string' && PATTERN.exec(text)) || [];
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS;
  if (Number.isNaN(day) || formatDate(day) !== text) {
    throw new InputError('MALFORMED', path, text, 'must be a date written YYYY-MM-DD');
  }
  assertDay(path, day, text);
  return day;
}

/** Whether a day number is a date of the years 1900 to 2199. */
export const isDay = (day: number): boolean => day >= FIRST_DAY && day <= LAST_DAY;

/** @throws {InputError} When a day number is no date of the years 1900 to 2199. */
export function assertDay(path: string, day: number, value: unknown): void {
  if (isDay(day)) return;
  throw new InputError('OUT_OF_RANGE', path, value, 'must lead to a date in the years 1900 to 2199');
}

/** `YYYY-MM-DD` of a day number. */
export const formatDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

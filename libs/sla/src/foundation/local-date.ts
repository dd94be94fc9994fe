import { InputError } from './input-error.js';

export const DAY_MS = 86_400_000;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A date of the calendar on the wall, as whole days since 1970-01-01. Arithmetic on it never meets a clock change.
 *
 * @throws {InputError} When the text is no real date written `YYYY-MM-DD`.
 */
export function parseDate(path: string, text: string): number {
  const [, year, month, day] = PATTERN.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new InputError('MALFORMED', path, text, 'must be a date written YYYY-MM-DD');
  }
  return at / DAY_MS;
}

/** `YYYY-MM-DD` of a day number. */
export const formatDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

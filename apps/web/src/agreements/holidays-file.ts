import { InputError } from '@accord/sla';
import { readICalendar } from '@accord/sla/icalendar';

/** Whoever brings in a calendar plans so many years ahead. */
const YEARS_AHEAD = 3;

/** The dates of a calendar file that are holidays, and whether it held events of a time of day, which are none. */
export interface HolidaysOfFile {
  readonly dates: readonly string[];
  readonly hasTimes: boolean;
}

/**
 * Whole-day events of an iCalendar text, from the first day of the year on.
 *
 * @throws {InputError} When the text is no iCalendar text, or names a date that no calendar has.
 */
export function holidaysOfFile(text: string, year: number): HolidaysOfFile {
  const range = { zone: 'UTC', from: `${year}-01-01`, to: `${year + YEARS_AHEAD}-12-31` };
  const { holidays, breaks } = readICalendar(text, { ...range, timed: 'breaks' });
  return { dates: holidays, hasTimes: Object.keys(breaks).length > 0 };
}

/** The date that a text was refused for, because no calendar has it; null where it was refused for something else. */
export function impossibleDateOf(error: unknown): string | null {
  const isDate = error instanceof InputError && /\.(dtstart|dtend|rdate)$/.test(error.path);
  return isDate && error.code === 'OUT_OF_RANGE' ? String(error.value) : null;
}

/** The dates that a text of holidays does not name yet, written under it. */
export function withHolidays(text: string, dates: readonly string[]): { text: string; added: number } {
  const lines = text.split(/[\n,;]/).map((line) => line.trim());
  const missing = dates.filter((date) => !lines.includes(date) && !lines.includes(date.slice(5)));
  return { text: [text.trimEnd(), ...missing].filter(Boolean).join('\n'), added: missing.length };
}

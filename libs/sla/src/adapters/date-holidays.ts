import Holidays from 'date-holidays';
import { assertList, assertRecord } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';

/** Whose holidays, as date-holidays names places: ISO 3166 codes such as `DE`, `BY` and, below a state, a region. */
export interface HolidayPlace {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/**
 * Public holidays of a place as dates, in order, for `holidays` of a calendar. A holiday is the date whose noon it covers:
 * one that begins at sunset is the day after, an afternoon off is none (write it as an override).
 *
 * The dates come from the data of date-holidays (CC BY 3.0), which asks to be named where they are shown.
 *
 * @param years Each from 1900 to 2199.
 * @throws {InputError} When the place is unknown, or a year is out of range.
 *
 * @example
 * createCalendar({ zone: 'Europe/Berlin', weekly, holidays: publicHolidays({ country: 'DE', state: 'BY' }, [2026, 2027]) });
 */
export function publicHolidays(place: HolidayPlace, years: readonly number[]): string[] {
  assertPlace(place);
  assertList('years', years);
  years.forEach((year, i) => {
    if (Number.isInteger(year) && year >= 1900 && year <= 2199) return;
    throw new InputError('OUT_OF_RANGE', `years[${i}]`, year, 'must be a year from 1900 to 2199');
  });
  const { country, state = '', region = '' } = place;
  const holidays = new Holidays(country, state, region, { types: ['public'] });
  return [...new Set(years.flatMap((year) => holidays.getHolidays(year).flatMap(datesOf)))].sort();
}

function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const [day = '', time = '00:00:00'] = date.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const from = parseDate('date', day) * DAY_MS + (hours * 60 + minutes) * 60_000;
  const to = from + end.getTime() - start.getTime();
  const first = Math.ceil((from - DAY_MS / 2) / DAY_MS);
  const after = Math.ceil((to - DAY_MS / 2) / DAY_MS);
  return Array.from({ length: Math.max(0, after - first) }, (_, i) => formatDate(first + i));
}

function assertPlace(place: HolidayPlace): void {
  assertRecord('place', place);
  const { country, state, region } = place;
  const known = new Holidays();
  assertAmong('country', country, known.getCountries());
  if (state !== undefined) assertAmong('state', state, known.getStates(country));
  if (region !== undefined) assertAmong('region', region, state === undefined ? {} : known.getRegions(country, state));
}

function assertAmong(path: string, code: string, known: Readonly<Record<string, string>> | undefined): void {
  if (known && Object.hasOwn(known, code)) return;
  throw new InputError('MALFORMED', path, code, 'must be a code that date-holidays knows');
}

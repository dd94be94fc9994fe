import { assertList, assertRecord } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { formatDate, parseDate, weekdayOf } from '../foundation/local-date.js';
import { assertZone } from '../foundation/zone.js';
import { type CalendarDefinition, type WallInterval, WEEKDAYS } from './definition.js';
import { monthAndDayOf, parseHolidays } from './holidays.js';
import { DAY_MINUTES, parseBreaks, parseIntervals, type WallMinutes } from './wall-minutes.js';

/** A checked definition, keyed by day number: what is written on the door, date by date. */
export interface Timetable {
  readonly zone: string;
  /** Monday first. */
  readonly weekly: readonly (readonly WallMinutes[])[];
  readonly holidays: ReadonlySet<number>;
  /** `MM-DD` of the holidays of every year. */
  readonly yearlyHolidays: ReadonlySet<string>;
  readonly overrides: ReadonlyMap<number, readonly WallMinutes[]>;
  readonly breaks: ReadonlyMap<number, readonly WallMinutes[]>;
}

const CLOSED: readonly WallMinutes[] = [];

/** @throws {InputError} When the zone is unknown, a date or time malformed, or intervals overlap. */
export function parseTimetable(definition: CalendarDefinition): Timetable {
  const { zone, weekly = {}, holidays: written = [], overrides, breaks } = definition;
  assertZone('zone', zone);
  assertList('holidays', written);
  const holidays = parseHolidays(written);
  const timetable: Timetable = {
    zone,
    weekly: parseWeekly(weekly),
    holidays: holidays.dates,
    yearlyHolidays: holidays.yearly,
    overrides: parseDates('overrides', overrides, parseIntervals),
    breaks: parseDates('breaks', breaks, parseBreaks),
  };
  for (const day of timetable.overrides.keys()) assertFreeMornings(timetable, day, overrides?.[formatDate(day)]);
  return timetable;
}

/** As within the week: the night of the date before may touch what opens on an override, its own night what opens next. */
function assertFreeMornings(timetable: Timetable, override: number, hours: unknown): void {
  for (const day of [override, override + 1]) {
    if (!isOverrun(openingsOn(timetable, day - 1), openingsOn(timetable, day))) continue;
    throw overlap(`overrides.${formatDate(override)}`, hours);
  }
}

/** What opens on the date, before breaks. */
export function openingsOn(timetable: Timetable, day: number): readonly WallMinutes[] {
  return isHoliday(timetable, day) ? CLOSED : plannedOn(timetable, day);
}

/** Whether something would open on the date, were it no holiday. */
export function closedByHoliday(timetable: Timetable, day: number): boolean {
  return isHoliday(timetable, day) && plannedOn(timetable, day).length > 0;
}

function plannedOn({ overrides, weekly }: Timetable, day: number): readonly WallMinutes[] {
  return overrides.get(day) ?? weekly[weekdayOf(day)]!;
}

function isHoliday({ holidays, yearlyHolidays }: Timetable, day: number): boolean {
  if (holidays.has(day)) return true;
  return yearlyHolidays.size > 0 && yearlyHolidays.has(monthAndDayOf(day));
}

function parseWeekly(weekly: CalendarDefinition['weekly']): WallMinutes[][] {
  assertRecord('weekly', weekly);
  const unknown = Object.keys(weekly).find((key) => !WEEKDAYS.some((day) => day === key));
  if (unknown !== undefined)
    throw new InputError('MALFORMED', 'weekly', unknown, `must have keys ${WEEKDAYS.join(', ')}`);
  const days = WEEKDAYS.map((day) => (weekly[day] === undefined ? [] : parseIntervals(`weekly.${day}`, weekly[day])));
  WEEKDAYS.forEach((day, i) => {
    if (isOverrun(days.at(i - 1)!, days[i]!)) throw overlap(`weekly.${day}`, weekly[day]);
  });
  return days;
}

/** The night shift of the day before may touch the first shift of the day, not overlap it. */
function isOverrun(before: readonly WallMinutes[], day: readonly WallMinutes[]): boolean {
  const nightEnds = (before.at(-1)?.closes ?? 0) - DAY_MINUTES;
  return day.length > 0 && day[0]!.opens < nightEnds;
}

function overlap(path: string, hours: unknown): InputError {
  return new InputError('OVERLAP', path, hours, 'must not overlap the shift that runs over midnight into it');
}

function parseDates(
  path: string,
  dates: Readonly<Record<string, readonly WallInterval[]>> = {},
  parse: (path: string, intervals: readonly WallInterval[]) => WallMinutes[],
): Map<number, WallMinutes[]> {
  assertRecord(path, dates);
  return new Map(
    Object.entries(dates).map(([date, intervals]) => [
      parseDate(`${path}.${date}`, date),
      parse(`${path}.${date}`, intervals),
    ]),
  );
}

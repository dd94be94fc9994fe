import { FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS, formatDate } from '../foundation/local-date.js';
import type { CalendarDefinition } from './definition.js';
import { type OpenYear, openIntervalsOfYear, packYear } from './open-year.js';
import { closedByHoliday, openingsOn, parseTimetable, type Timetable } from './timetable.js';

/**
 * The open time of a service. Immutable; made by {@link createCalendar}, asked by the functions beside it. Years are
 * compiled when they are first asked for, and kept.
 */
export class Calendar {
  readonly zone: string;
  readonly definition: CalendarDefinition;
  /** Open at every instant, so that open time is elapsed time. */
  readonly alwaysOpen: boolean;

  readonly #timetable: Timetable;
  readonly #years: OpenYear[] = [];

  /** @internal Use {@link createCalendar}. */
  constructor(definition: CalendarDefinition) {
    this.#timetable = parseTimetable(definition);
    this.zone = definition.zone;
    this.definition = definition;
    this.alwaysOpen = neverCloses(this.#timetable);
    assertOpens(this, this.#timetable);
    Object.freeze(this);
  }

  /** @internal The compiled year; `year` counts from 1900. */
  openYear(index: number): OpenYear {
    return (this.#years[index] ??= this.#compile(FIRST_YEAR + index));
  }

  /** @internal Whether anything opens on the date, given as days since 1970-01-01. */
  opensOn(day: number): boolean {
    return openingsOn(this.#timetable, day).length > 0;
  }

  /** @internal Wall minutes of the last closing on the date, beyond 1440 when it lies after midnight. */
  closingMinuteOn(day: number): number | undefined {
    return openingsOn(this.#timetable, day).at(-1)?.closes;
  }

  /** @internal Local dates from one day to another that are closed only because they are holidays. */
  holidaysFrom(firstDay: number, lastDay: number): string[] {
    const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
    return days.filter((day) => closedByHoliday(this.#timetable, day)).map(formatDate);
  }

  #compile(year: number): OpenYear {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new InputError('OUT_OF_RANGE', 'year', year, 'must be 1900 to 2199: the calendar has no more open time');
    }
    return packYear(year, openIntervalsOfYear(this.#timetable, year));
  }
}

const MOST_CACHED = 4096;
const cache = new Map<string, Calendar>();

/**
 * Makes a calendar, or returns the one already made from the same content, with the years it has compiled.
 *
 * @example
 * const office = createCalendar({
 *   zone: 'Europe/Berlin',
 *   weekly: { mon: [['09:00', '12:00'], ['13:00', '17:00']], fri: [['22:00', '06:00']] },
 *   holidays: ['--12-25', '2026-04-03'],
 * });
 *
 * @throws {InputError} When the zone is unknown, a date or time is malformed, intervals overlap, or nothing ever opens
 *   (a calendar without open time is a mistake, not 24×7).
 */
export function createCalendar(definition: CalendarDefinition): Calendar {
  const key = JSON.stringify(canonical(definition));
  const known = cache.get(key);
  if (known) return known;
  const calendar = new Calendar(deepFreeze(JSON.parse(key) as CalendarDefinition));
  if (cache.size >= MOST_CACHED) cache.delete(cache.keys().next().value!);
  cache.set(key, calendar);
  return calendar;
}

function neverCloses({ weekly, holidays, yearlyHolidays, overrides, breaks }: Timetable): boolean {
  const undisturbed = !holidays.size && !yearlyHolidays.size && !overrides.size && !breaks.size;
  return undisturbed && weekly.every((day) => day[0]?.opens === 0 && day.at(-1)!.closes === 1440 && unbroken(day));
}

function unbroken(day: Timetable['weekly'][number]): boolean {
  return day.every(({ opens }, i) => i === 0 || opens === day[i - 1]!.closes);
}

function assertOpens(calendar: Calendar, timetable: Timetable): void {
  const everyWeek = timetable.weekly.some((day) => day.length > 0) && timetable.yearlyHolidays.size < 366;
  if (everyWeek || someOverrideOpens(calendar, timetable)) return;
  throw new InputError('NO_OPEN_TIME', 'weekly', calendar.definition.weekly, 'must open at some time');
}

function someOverrideOpens(calendar: Calendar, { overrides }: Timetable): boolean {
  const years = [...overrides.keys()].map((day) => new Date(day * DAY_MS).getUTCFullYear());
  // A local date can lie in the next or the previous year of UTC.
  const touched = new Set(years.flatMap((year) => [year - 1, year, year + 1]));
  return [...touched].some((year) => {
    return year >= FIRST_YEAR && year <= LAST_YEAR && calendar.openYear(year - FIRST_YEAR).openMs > 0;
  });
}

/** The same content gives the same text: keys in order, holidays in order, nothing empty. */
function canonical(definition: CalendarDefinition): CalendarDefinition {
  const { zone, weekly = {}, holidays = [], overrides = {}, breaks = {} } = definition;
  return {
    zone,
    weekly: inKeyOrder(weekly),
    ...(holidays.length > 0 && { holidays: [...holidays].sort() }),
    ...(Object.keys(overrides).length > 0 && { overrides: inKeyOrder(overrides) }),
    ...(Object.keys(breaks).length > 0 && { breaks: inKeyOrder(breaks) }),
  };
}

function inKeyOrder<Value extends object>(record: Value): Value {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as Value;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

import { FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall } from '../foundation/zone.js';
import { Calendar, remember } from './calendar.js';
import type { CalendarDefinition } from './definition.js';
import { openIntervalsOfYear, type OpenYear, packYear } from './open-year.js';
import { closedByHoliday, openingsOn, parseTimetable, type Timetable } from './timetable.js';

/** A calendar that was written down. */
export class DefinedCalendar extends Calendar {
  override readonly zone: string;
  override readonly alwaysOpen: boolean;
  override readonly content: string;
  readonly definition: CalendarDefinition;

  readonly #timetable: Timetable;

  /** @internal Use {@link createCalendar}. */
  constructor(definition: CalendarDefinition, content: string) {
    super();
    this.#timetable = parseTimetable(definition);
    this.zone = definition.zone;
    this.definition = definition;
    this.content = content;
    this.alwaysOpen = neverCloses(this.#timetable);
    assertOpens(this, this.#timetable);
    Object.freeze(this);
  }

  override opensOn(day: number): boolean {
    return openingsOn(this.#timetable, day).length > 0;
  }

  override lastClosingOn(day: number): number | undefined {
    const last = openingsOn(this.#timetable, day).at(-1);
    return last && instantOfWall(this.zone, day * DAY_MS + last.closes * 60_000);
  }

  override closedByHoliday(day: number): boolean {
    return closedByHoliday(this.#timetable, day);
  }

  protected override compile(year: number): OpenYear {
    return packYear(year, openIntervalsOfYear(this.#timetable, year));
  }
}

/**
 * Makes a calendar, or returns the one already made from the same content, with the years it has compiled.
 *
 * @example
 * const office = createCalendar({
 *   zone: 'Europe/Berlin',
 *   weekly: { mon: [['09:00', '12:00'], ['13:00', '17:00']], fri: [['22:00', '06:00']] },
 *   holidays: ['--12-24/--01-01', '2026-04-03'],
 * });
 *
 * @throws {InputError} When the zone is unknown, a date or time is malformed, intervals overlap, or nothing ever opens
 *   (a calendar without open time is a mistake, not 24×7).
 */
export function createCalendar(definition: CalendarDefinition): DefinedCalendar {
  const content = JSON.stringify(canonical(definition));
  return remember(content, () => new DefinedCalendar(deepFreeze(JSON.parse(content) as CalendarDefinition), content));
}

function neverCloses({ weekly, holidays, yearlyHolidays, overrides, breaks }: Timetable): boolean {
  const undisturbed = !holidays.size && !yearlyHolidays.size && !overrides.size && !breaks.size;
  return undisturbed && weekly.every((day) => day[0]?.opens === 0 && day.at(-1)!.closes === 1440 && unbroken(day));
}

function unbroken(day: Timetable['weekly'][number]): boolean {
  return day.every(({ opens }, i) => i === 0 || opens === day[i - 1]!.closes);
}

function assertOpens(calendar: DefinedCalendar, timetable: Timetable): void {
  const everyWeek = timetable.weekly.some((day) => day.length > 0) && timetable.yearlyHolidays.size < 366;
  if (everyWeek || someOverrideOpens(calendar, timetable)) return;
  throw new InputError('NO_OPEN_TIME', 'weekly', calendar.definition.weekly, 'must open at some time');
}

function someOverrideOpens(calendar: DefinedCalendar, { overrides }: Timetable): boolean {
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

import { assertRecord, FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { Interval } from '../foundation/interval.js';
import { DAY_MS } from '../foundation/local-date.js';
import { Calendar, remember } from './calendar.js';
import { type CalendarDefinition, type WallInterval, WEEKDAYS } from './definition.js';
import { onTimeLine, openIntervalsOfYear, type OpenYear, packYear } from './open-year.js';
import { closedByHoliday, openingsOn, parseTimetable, type Timetable } from './timetable.js';

/** A calendar that was written down. */
export class DefinedCalendar extends Calendar {
  override readonly zone: string;
  override readonly alwaysOpen: boolean;
  override readonly content: string;
  /** @internal */
  override readonly ownYears: readonly number[];
  readonly definition: CalendarDefinition;

  readonly #timetable: Timetable;

  /** @internal Use {@link createCalendar}. */
  constructor(definition: CalendarDefinition, content: string, timetable: Timetable) {
    super();
    this.#timetable = timetable;
    this.zone = definition.zone;
    this.definition = definition;
    this.content = content;
    this.alwaysOpen = neverCloses(timetable);
    this.ownYears = ownYears(timetable);
    assertOpens(this, timetable);
    Object.freeze(this);
  }

  /** @internal */
  override opensOn(day: number): boolean {
    return this.#shownOn(day).length > 0;
  }

  /** @internal */
  override lastClosingOn(day: number): number | undefined {
    return this.#shownOn(day).at(-1)?.to;
  }

  /** @internal */
  override closedByHoliday(day: number): boolean {
    return closedByHoliday(this.#timetable, day);
  }

  /** The hours of a date, but for those that a change of the clock skips, as it may skip the whole date. */
  #shownOn(day: number): Interval[] {
    const date = onTimeLine(this.zone, day, { opens: 0, closes: 1440 });
    const planned = openingsOn(this.#timetable, day).map((minutes) => onTimeLine(this.zone, day, minutes));
    return planned.filter(({ from, to }) => from < Math.min(to, date.to));
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
  assertRecord('definition', definition);
  const timetable = parseTimetable(definition);
  const content = JSON.stringify(canonical(definition));
  return remember(content, () => {
    return new DefinedCalendar(deepFreeze(JSON.parse(content) as CalendarDefinition), content, timetable);
  });
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
  if (everyWeek || calendar.ownYears.some((year) => calendar.openYear(year - FIRST_YEAR).openMs > 0)) return;
  throw new InputError('NO_OPEN_TIME', 'weekly', calendar.definition.weekly, 'must open at some time');
}

/** Years of UTC that an override can reach into: a local date can lie in the next or the previous one. */
function ownYears({ overrides }: Timetable): number[] {
  const years = [...overrides.keys()].map((day) => new Date(day * DAY_MS).getUTCFullYear());
  const reached = new Set(years.flatMap((year) => [year - 1, year, year + 1]));
  return [...reached].filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
}

/** The same content gives the same text: keys, hours and holidays in order and once, nothing empty. */
function canonical(definition: CalendarDefinition): CalendarDefinition {
  const { zone, weekly = {}, holidays = [], overrides = {}, breaks = {} } = definition;
  const open = WEEKDAYS.filter((day) => weekly[day]?.length);
  const taken = Object.entries(breaks).filter(([, hours]) => hours.length > 0);
  return {
    zone,
    weekly: Object.fromEntries(open.map((day) => [day, inOrder(weekly[day]!)])),
    ...(holidays.length > 0 && { holidays: [...new Set(holidays)].sort() }),
    ...(Object.keys(overrides).length > 0 && { overrides: byDate(Object.entries(overrides)) }),
    ...(taken.length > 0 && { breaks: byDate(taken) }),
  };
}

type Hours = readonly WallInterval[];

function byDate(dates: [string, Hours][]): Record<string, Hours> {
  const ordered = dates.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([date, hours]) => [date, inOrder(hours)]));
}

const inOrder = (hours: Hours): Hours => [...hours].sort(([a], [b]) => (a < b ? -1 : 1));

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

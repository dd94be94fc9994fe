import type ICAL from 'ical.js';
import type { CalendarDefinition } from '../calendar/definition.js';
import { assertOneOf } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { Interval } from '../foundation/interval.js';
import { DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';
import { wallOfInstant } from '../foundation/zone.js';
import {
  assertRange,
  dayOf,
  type EventZone,
  type ICalendarRange,
  impossibleDate,
  instantOf,
  isCancelled,
  parseEvents,
  type WrittenEvent,
  zoneOf,
} from './icalendar-text.js';
import { datesOfBreaks, datesOfHours } from './wall-dates.js';

/** How to read the events; the zone is also that of the calendar to be made. */
export interface ICalendarReading extends ICalendarRange {
  /** What events with a time of day are: hours of their date, or time taken out of it. Without it they are refused. */
  readonly timed?: 'overrides' | 'breaks';
}

/** Part of a calendar's definition. */
export type ICalendarDates = Required<Pick<CalendarDefinition, 'holidays' | 'overrides' | 'breaks'>>;

interface Occurrence {
  readonly path: string;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
  readonly zones: { readonly start: EventZone; readonly end: EventZone };
}

const MOST_OCCURRENCES = 20_000;
const MINUTE_MS = 60_000;

/**
 * Events of an iCalendar text (RFC 5545) as part of a calendar: all-day events are holidays, events with a time of day are
 * what `timed` says. Recurrence rules, further dates, exceptions and moved occurrences are followed; cancelled events are
 * left out. Events that overlap are united; one that ends at 23:59 ends at midnight. Needs ical.js.
 *
 * @throws {InputError} When the text is no iCalendar text, an event has no start or a zone that is unknown, has a time of
 *   day that nobody asked for, a date that there is not, or recurs without end before the range.
 *
 * @example
 * createCalendar({ zone, weekly, ...readICalendar(text, { zone, from: '2026-01-01', to: '2027-12-31' }) });
 */
export function readICalendar(text: string, reading: ICalendarReading): ICalendarDates {
  assertRange(reading);
  if (reading.timed !== undefined) assertOneOf('timed', reading.timed, ['overrides', 'breaks']);
  const holidays = new Set<string>();
  const timed: Interval[] = [];
  for (const written of parseEvents(text)) {
    for (const occurrence of occurrencesOf(written, reading)) {
      if (occurrence.start.isDate) for (const date of datesOf(occurrence, reading)) holidays.add(date);
      else timed.push(hoursOf(occurrence, reading));
    }
  }
  return {
    holidays: [...holidays].sort(),
    overrides: reading.timed === 'overrides' ? datesOfHours(timed, reading) : {},
    breaks: reading.timed === 'breaks' ? datesOfBreaks(timed, reading) : {},
  };
}

function occurrencesOf({ path, component, event }: WrittenEvent, reading: ICalendarReading): Occurrence[] {
  if (isCancelled(component)) return [];
  if (!component.hasProperty('dtstart')) throw new InputError('MISSING', `${path}.dtstart`, null, 'must be given');
  try {
    if (event.isRecurring()) return [...recurring(path, event, reading.to, reading.zone)];
    return [occurrence(path, event, event.startDate, event.endDate, reading.zone)];
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('MALFORMED', path, component.toString(), 'must be an event that ical.js understands');
  }
}

function* recurring(path: string, event: ICAL.Event, to: string, zone: string): Generator<Occurrence> {
  const iterator = event.iterator();
  for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
    const next = iterator.next();
    // One more day, for zones in which it is a date earlier.
    if (!next || dayOf(next) > parseDate('to', to) + 1) return;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (!isCancelled(item.component)) yield occurrence(path, item, startDate, endDate, zone);
  }
  throw new InputError('OUT_OF_RANGE', `${path}.rrule`, MOST_OCCURRENCES, 'must not recur so often');
}

function occurrence(path: string, event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, zone: string): Occurrence {
  const impossible = impossibleDate(event.component, ['dtstart', 'dtend', 'rdate']);
  if (impossible)
    throw new InputError(
      'OUT_OF_RANGE',
      `${path}.${impossible.name}`,
      impossible.date,
      'must be a date of the calendar',
    );
  const startZone = zoneOf(`${path}.dtstart`, event, 'dtstart') ?? zone;
  const endZone = zoneOf(`${path}.dtend`, event, 'dtend') ?? startZone;
  return { path, start, end, zones: { start: startZone, end: endZone } };
}

function datesOf({ start, end }: Occurrence, { from, to }: ICalendarReading): string[] {
  const first = Math.max(dayOf(start), parseDate('from', from));
  const after = Math.min(Math.max(dayOf(end), dayOf(start) + 1), parseDate('to', to) + 1);
  return Array.from({ length: Math.max(0, after - first) }, (_, i) => formatDate(first + i));
}

/** On the wall clock of the calendar. */
function hoursOf(occurrence: Occurrence, { zone, timed }: ICalendarReading): Interval {
  const { path, start, end, zones } = occurrence;
  if (!timed) throw new InputError('MISSING', 'timed', path, 'must say what events with a time of day are');
  const from = wallOfInstant(zone, instantOf(path, start, zones.start));
  const closes = wallOfInstant(zone, instantOf(path, end, zones.end));
  if (from % MINUTE_MS !== 0 || closes % MINUTE_MS !== 0) {
    throw new InputError('MALFORMED', path, start.toString(), 'must begin and end on a whole minute');
  }
  // Who writes 23:59 means midnight.
  const to = (closes + MINUTE_MS) % DAY_MS === 0 ? closes + MINUTE_MS : closes;
  if (timed === 'overrides' && (to <= from || to - from > DAY_MS)) {
    throw new InputError('EMPTY_INTERVAL', path, end.toString(), 'must end after it begins, within a day');
  }
  return { from, to };
}

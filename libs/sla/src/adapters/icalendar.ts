import ICAL from 'ical.js';
import type { CalendarDefinition, WallInterval } from '../calendar/definition.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';
import { assertZone, instantOfWall, wallOfInstant } from '../foundation/zone.js';

/** How to read the events. */
export interface ICalendarReading {
  /** IANA zone of the calendar to be made; also that of times that name none. */
  readonly zone: string;
  /** First and last date `YYYY-MM-DD` on which something that recurs is taken. */
  readonly from: string;
  readonly to: string;
  /** What events with a time of day are: hours of their date, or time taken out of it. Without it they are refused. */
  readonly timed?: 'overrides' | 'breaks';
}

type Dates = Record<string, WallInterval[]>;

/** Part of a calendar's definition. */
export type ICalendarDates = Required<Pick<CalendarDefinition, 'holidays' | 'overrides' | 'breaks'>>;

interface Occurrence {
  readonly path: string;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
  readonly zones: { readonly start: string; readonly end: string };
}

const MOST_OCCURRENCES = 20_000;
const MINUTE_MS = 60_000;

/**
 * Events of an iCalendar text (RFC 5545) as part of a calendar: all-day events are holidays, events with a time of day are
 * what `timed` says. Recurrence rules, further dates, exceptions and moved occurrences are followed; cancelled events are
 * left out. Needs ical.js.
 *
 * @throws {InputError} When the text is no iCalendar text, an event has no start or a zone that is unknown, has a time of
 *   day that nobody asked for, or recurs without end before the range.
 *
 * @example
 * createCalendar({ zone, weekly, ...readICalendar(text, { zone, from: '2026-01-01', to: '2027-12-31' }) });
 */
export function readICalendar(text: string, reading: ICalendarReading): ICalendarDates {
  assertReading(reading);
  const holidays = new Set<string>();
  const timed: Dates = {};
  for (const occurrence of occurrencesOf(parse(text), reading)) {
    if (occurrence.start.isDate) for (const date of datesOf(occurrence, reading)) holidays.add(date);
    else for (const [date, hours] of hoursOf(occurrence, reading)) (timed[date] ??= []).push(hours);
  }
  const overrides = reading.timed === 'overrides' ? timed : {};
  const breaks = reading.timed === 'breaks' ? timed : {};
  return { holidays: [...holidays].sort(), overrides, breaks };
}

function assertReading({ zone, from, to }: ICalendarReading): void {
  assertZone('zone', zone);
  if (parseDate('from', from) <= parseDate('to', to)) return;
  throw new InputError('EMPTY_INTERVAL', 'to', to, 'must not lie before `from`');
}

function parse(text: string): ICAL.Component[] {
  try {
    const root = new ICAL.Component(ICAL.parse(text));
    if (root.name === 'vcalendar') return root.getAllSubcomponents('vevent');
  } catch {
    // Told below.
  }
  throw new InputError('MALFORMED', 'text', text, 'must be an iCalendar text of one VCALENDAR');
}

function* occurrencesOf(components: readonly ICAL.Component[], { zone, to }: ICalendarReading): Generator<Occurrence> {
  for (const [i, component] of components.entries()) {
    const path = `events[${i}]`;
    const event = new ICAL.Event(component);
    if (event.isRecurrenceException() || isCancelled(component)) continue;
    if (!component.hasProperty('dtstart')) throw new InputError('MISSING', `${path}.dtstart`, null, 'must be given');
    if (event.isRecurring()) yield* recurring(path, event, to, zone);
    else yield occurrence(path, event, event.startDate, event.endDate, zone);
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
  const startZone = zoneOf(`${path}.dtstart`, event, 'dtstart') ?? zone;
  const endZone = zoneOf(`${path}.dtend`, event, 'dtend') ?? startZone;
  return { path, start, end, zones: { start: startZone, end: endZone } };
}

function zoneOf(path: string, { component }: ICAL.Event, name: string): string | undefined {
  const zone = component.getFirstProperty(name)?.getFirstParameter('tzid');
  if (zone) assertZone(`${path}.tzid`, zone);
  return zone || undefined;
}

function datesOf({ start, end }: Occurrence, { from, to }: ICalendarReading): string[] {
  const first = Math.max(dayOf(start), parseDate('from', from));
  const after = Math.min(Math.max(dayOf(end), dayOf(start) + 1), parseDate('to', to) + 1);
  return Array.from({ length: Math.max(0, after - first) }, (_, i) => formatDate(first + i));
}

function hoursOf(occurrence: Occurrence, { zone, from, to, timed }: ICalendarReading): [string, WallInterval][] {
  const { path, start, end, zones } = occurrence;
  if (!timed) throw new InputError('MISSING', 'timed', path, 'must say what events with a time of day are');
  const opensAt = wallOfInstant(zone, instantOf(start, zones.start));
  const closesAt = wallOfInstant(zone, instantOf(end, zones.end));
  if (opensAt % MINUTE_MS !== 0 || closesAt % MINUTE_MS !== 0) {
    throw new InputError('MALFORMED', path, start.toString(), 'must begin and end on a whole minute');
  }
  const pieces = timed === 'breaks' ? piecesByDay(opensAt, closesAt) : [wholePiece(path, opensAt, closesAt)];
  return pieces.filter(([date]) => date >= from && date <= to);
}

/** Hours over midnight belong to the date on which they open. */
function wholePiece(path: string, opensAt: number, closesAt: number): [string, WallInterval] {
  if (closesAt <= opensAt || closesAt - opensAt > DAY_MS) {
    throw new InputError('EMPTY_INTERVAL', path, clock(closesAt), 'must end after it begins, within a day');
  }
  return [formatDate(Math.floor(opensAt / DAY_MS)), [clock(opensAt), closing(closesAt)]];
}

/** A break ends on its date. */
function piecesByDay(opensAt: number, closesAt: number): [string, WallInterval][] {
  const pieces: [string, WallInterval][] = [];
  for (let at = opensAt; at < closesAt;) {
    const day = Math.floor(at / DAY_MS);
    const to = Math.min((day + 1) * DAY_MS, closesAt);
    pieces.push([formatDate(day), [clock(at), closing(to)]]);
    at = to;
  }
  return pieces;
}

const clock = (wallMs: number): string => new Date(wallMs).toISOString().slice(11, 16);
const closing = (wallMs: number): string => (wallMs % DAY_MS === 0 ? '24:00' : clock(wallMs));

const dayOf = ({ year, month, day }: ICAL.Time): number => Date.UTC(year, month - 1, day) / DAY_MS;

function instantOf(time: ICAL.Time, zone: string): number {
  const wallMs = dayOf(time) * DAY_MS + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  return time.zone === ICAL.Timezone.utcTimezone ? wallMs : instantOfWall(zone, wallMs);
}

const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

import ICAL from 'ical.js';
import { assertRecord, isInstant } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS, parseDate } from '../foundation/local-date.js';
import { assertZone, instantOfWall } from '../foundation/zone.js';
import { Recurrence } from './recurrence.js';

/** Which part of an iCalendar text is read. */
export interface ICalendarRange {
  /** IANA zone of times that name none. */
  readonly zone: string;
  /** First and last date `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

export function assertRange(range: ICalendarRange): void {
  assertRecord('reading', range);
  const { zone, from, to } = range;
  assertZone('zone', zone);
  if (parseDate('from', from) <= parseDate('to', to)) return;
  throw new InputError('EMPTY_INTERVAL', 'to', to, 'must not lie before `from`');
}

const MOST_EVENTS = 10_000;

/** An event as it is written, with the times of it that are written by themselves; its place among all of them. */
export interface WrittenEvent {
  readonly path: string;
  readonly component: ICAL.Component;
  readonly event: ICAL.Event;
}

/**
 * The events of a text of one calendar; what is written of one time of another event belongs to the first that has
 * its UID.
 *
 * @throws {InputError} When the text is no iCalendar text, or holds too many.
 */
export function parseEvents(text: string): WrittenEvent[] {
  const components = componentsOf(text);
  if (components.length > MOST_EVENTS)
    throw new InputError('OUT_OF_RANGE', 'text', components.length, 'must hold at most 10,000 events');
  const byUid = new Map<unknown, ICAL.Component[]>();
  for (const component of components) {
    if (!component.hasProperty('recurrence-id')) continue;
    const uid = component.getFirstPropertyValue('uid');
    const known = byUid.get(uid);
    if (known) known.push(component);
    else byUid.set(uid, [component]);
  }
  return components.flatMap((component, i) => {
    if (component.hasProperty('recurrence-id')) return [];
    const uid = component.getFirstPropertyValue('uid');
    // Without them ical.js looks through all events for each of them.
    const exceptions = byUid.get(uid) ?? [];
    byUid.delete(uid);
    return [{ path: pathOf(i), component, event: new ICAL.Event(component, { exceptions }) }];
  });
}

const pathOf = (i: number): string => `events[${i}]`;

function componentsOf(text: string): ICAL.Component[] {
  try {
    const root = new ICAL.Component(ICAL.parse(text));
    if (root.name === 'vcalendar')
      return root.getAllSubcomponents('vevent').map((event, i) => withRules(pathOf(i), withFirstTime(event)));
  } catch {
    // Told below.
  }
  throw new InputError('MALFORMED', 'text', text, 'must be an iCalendar text of one VCALENDAR');
}

/** ical.js forgets the first time of an event that has further dates and no rule; a rule that ends with it keeps it. */
function withFirstTime(event: ICAL.Component): ICAL.Component {
  const first = String(event.getFirstPropertyValue('dtstart'));
  const dates = event.getAllProperties('rdate').flatMap((property) => property.getValues().map(String));
  if (dates.length > 0 && !event.hasProperty('rrule') && !dates.includes(first))
    event.addPropertyWithValue('rrule', ICAL.Recur.fromString('FREQ=DAILY;COUNT=1'));
  return event;
}

/** Its rules come to the times that there are, and to no others. */
function withRules(path: string, event: ICAL.Component): ICAL.Component {
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as ICAL.Recur;
    rule.iterator = (start) => new Recurrence(path, rule, start);
  }
  return event;
}

/** The IANA name of a zone, or what the file itself says of one that it calls otherwise, as Outlook does. */
export type EventZone = string | ICAL.Timezone;

/** The zone that a time of the event names. */
export function zoneOf(path: string, { component }: ICAL.Event, name: string): EventZone | undefined {
  const zone = component.getFirstProperty(name)?.getFirstParameter('tzid');
  if (!zone) return undefined;
  try {
    assertZone(`${path}.tzid`, zone);
    return zone;
  } catch (error) {
    const described = component.getTimeZoneByID(zone);
    if (described) return described;
    throw error;
  }
}

/** Days since 1970 of the date that is written. */
export const dayOf = ({ year, month, day }: ICAL.Time): number => Date.UTC(year, month - 1, day) / DAY_MS;

export function instantOf(path: string, time: ICAL.Time, zone: EventZone): number {
  const wallMs = dayOf(time) * DAY_MS + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  assertWallInstant(path, wallMs, time);
  if (time.zone === ICAL.Timezone.utcTimezone) return wallMs;
  return typeof zone === 'string' ? instantOfWall(zone, wallMs) : wallMs - zone.utcOffset(time) * 1000;
}

/** A day away from the ends, so that it can be shown in every zone. */
function assertWallInstant(path: string, wallMs: number, time: ICAL.Time): void {
  if (isInstant(wallMs - DAY_MS) && isInstant(wallMs + DAY_MS)) return;
  throw new InputError('OUT_OF_RANGE', path, time.toString(), 'must lie in the years 1900 to 2199');
}

/**
 * A date of an event that no calendar has, and the property that has it; null where there is none. ical.js takes 30 February
 * for 2 March.
 */
export function impossibleDate(
  component: ICAL.Component,
  names: readonly string[],
): { readonly name: string; readonly date: string } | null {
  for (const name of names) {
    const written = component.getAllProperties(name).flatMap((property) => property.toJSON().slice(3).flat());
    const dates = written.map((value) => String(value).slice(0, 10));
    const date = dates.find((one) => WRITTEN_DATE.test(one) && !isDate(one));
    if (date) return { name, date };
  }
  return null;
}

const WRITTEN_DATE = /^\d{4}-\d\d-\d\d$/;

function isDate(written: string): boolean {
  const [year, month, day] = written.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1, day)).toISOString().slice(0, 10) === written;
}

export const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

import ICAL from 'ical.js';
import { assertRecord, isInstant } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { DAY_MS, parseDate } from '../foundation/local-date.js';
import { assertZone, instantOfWall } from '../foundation/zone.js';

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

/** The events of a text of one calendar. */
export function parseEvents(text: string): ICAL.Component[] {
  try {
    const root = new ICAL.Component(ICAL.parse(text));
    if (root.name === 'vcalendar') return root.getAllSubcomponents('vevent');
  } catch {
    // Told below.
  }
  throw new InputError('MALFORMED', 'text', text, 'must be an iCalendar text of one VCALENDAR');
}

/** The zone that a time of the event names. */
export function zoneOf(path: string, { component }: ICAL.Event, name: string): string | undefined {
  const zone = component.getFirstProperty(name)?.getFirstParameter('tzid');
  if (zone) assertZone(`${path}.tzid`, zone);
  return zone || undefined;
}

/** Days since 1970 of the date that is written. */
export const dayOf = ({ year, month, day }: ICAL.Time): number => Date.UTC(year, month - 1, day) / DAY_MS;

export function instantOf(path: string, time: ICAL.Time, zone: string): number {
  const wallMs = dayOf(time) * DAY_MS + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  assertWallInstant(path, wallMs, time);
  return time.zone === ICAL.Timezone.utcTimezone ? wallMs : instantOfWall(zone, wallMs);
}

/** A day away from the ends, so that it can be shown in every zone. */
function assertWallInstant(path: string, wallMs: number, time: ICAL.Time): void {
  if (isInstant(wallMs - DAY_MS) && isInstant(wallMs + DAY_MS)) return;
  throw new InputError('OUT_OF_RANGE', path, time.toString(), 'must lie in the years 1900 to 2199');
}

export const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

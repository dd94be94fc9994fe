import type ICAL from 'ical.js';
import { InputError } from '../foundation/input-error.js';
import { parseDate } from '../foundation/local-date.js';
import {
  assertRange,
  dayOf,
  type ICalendarRange,
  impossibleDate,
  instantOf,
  isCancelled,
  parseEvents,
  zoneOf,
} from './icalendar-text.js';

/** One time of an event of an iCalendar text, in epoch milliseconds. */
export interface ICalendarEvent {
  /** Its `UID`; of an event that recurs, with the instant at which this time was first to begin. */
  readonly uid: string;
  /** The `UID` of an event that recurs; null of one that does not. */
  readonly series: string | null;
  /** Its `SEQUENCE`: a greater one says what has become of it. */
  readonly sequence: number;
  readonly summary: string;
  /** Half-open; an all-day event begins and ends at midnight. */
  readonly from: number;
  readonly to: number;
  /** Whether it is told by dates alone, without a time of day. */
  readonly isWholeDay: boolean;
  readonly isCancelled: boolean;
  /** Why it cannot be a time, in a sentence: there is no such date, or it ends before it begins; null otherwise. */
  readonly fault: string | null;
}

const MOST_OCCURRENCES = 5_000;
/** Of all events together: following a rule takes time. */
const MOST_RECURRENCES = 20_000;
const DAY_MS = 86_400_000;

/**
 * Events of an iCalendar text (RFC 5545) that end after `from` and begin before `to`, each time of a recurring one by
 * itself; cancelled ones too, and marked so. Needs ical.js.
 *
 * @throws {InputError} When the text is no iCalendar text, or an event has no UID, no time, a zone that is unknown, or recurs
 *   too often.
 */
export function readICalendarEvents(text: string, range: ICalendarRange): ICalendarEvent[] {
  assertRange(range);
  const budget = { left: MOST_RECURRENCES };
  return parseEvents(text).flatMap(({ path, component, event }) => {
    for (const name of ['uid', 'dtstart']) {
      if (!component.hasProperty(name)) throw new InputError('MISSING', `${path}.${name}`, null, 'must be given');
    }
    try {
      return [...timesOf(path, event, range, budget)];
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError('MALFORMED', path, component.toString(), 'must be an event that ical.js understands');
    }
  });
}

function* timesOf(
  path: string,
  event: ICAL.Event,
  range: ICalendarRange,
  budget: { left: number },
): Generator<ICalendarEvent> {
  if (!event.isRecurring()) {
    const time = timeOf(path, event, event, event.startDate, event.endDate, range);
    if (isWithin(time, range)) yield { ...time, uid: event.uid, series: null };
    return;
  }
  const iterator = event.iterator();
  const last = parseDate('to', range.to) + 1;
  for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
    const next = iterator.next();
    if (!next || dayOf(next) > last) return;
    budget.left -= 1;
    if (budget.left < 0)
      throw new InputError('OUT_OF_RANGE', 'text', null, 'must hold at most 20,000 times of events that recur');
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(next);
    const time = timeOf(path, item, event, startDate, endDate, range);
    const first = new Date(instantOf(path, recurrenceId, zoneOf(path, event, 'dtstart') ?? range.zone)).toISOString();
    if (isWithin(time, range)) yield { ...time, uid: `${event.uid}/${first}`, series: event.uid };
  }
  throw new InputError('OUT_OF_RANGE', `${path}.rrule`, MOST_OCCURRENCES, 'must not recur so often');
}

function timeOf(
  path: string,
  item: ICAL.Event,
  whole: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time,
  { zone }: ICalendarRange,
) {
  const startZone = zoneOf(`${path}.dtstart`, item, 'dtstart') ?? zone;
  const endZone = zoneOf(`${path}.dtend`, item, 'dtend') ?? startZone;
  const [from, to] = [instantOf(path, start, startZone), instantOf(path, end, endZone)];
  const impossible = impossibleDate(item.component, ['dtstart', 'dtend']);
  return {
    sequence: Math.max(item.sequence || 0, whole.sequence || 0),
    summary: item.summary || whole.summary || '',
    from,
    to,
    isWholeDay: start.isDate,
    isCancelled: isCancelled(item.component) || isCancelled(whole.component),
    fault: impossible ? `There is no ${impossible.date}.` : to < from ? 'It ends before it begins.' : null,
  };
}

/** A day more on both sides, for zones in which it is another date. */
const isWithin = ({ from, to }: { from: number; to: number }, range: ICalendarRange): boolean =>
  Math.max(from, to) > (parseDate('from', range.from) - 1) * DAY_MS && from < (parseDate('to', range.to) + 2) * DAY_MS;

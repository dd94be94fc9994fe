import { dayIn, addDays, DomainError } from '@accord/domain';
import { InputError } from '@accord/sla';
import { type ICalendarEvent, readICalendarEvents } from '@accord/sla/icalendar-events';

const LARGEST_BYTES = 4 * 1_048_576;
const MOST_EVENTS = 500;

/** So far ahead maintenance that recurs is announced. */
const AHEAD_DAYS = 366;

/** What an iCalendar text says of the time ahead. */
export interface AnnouncedCalendar {
  /** Those that are not over, the earliest first. */
  readonly events: readonly ICalendarEvent[];
  /** How many are over, and left out. */
  readonly past: number;
  /** `UID`s of those that recur: a time that is known of them and not in the text has been taken out. */
  readonly series: readonly string[];
  /** Until when times that recur were read. */
  readonly until: Date;
}

/** @throws {DomainError} When the text is no iCalendar text, or holds too much. */
export function announcedCalendar(text: string, zone: string, at: Date): AnnouncedCalendar {
  assertCalendarSize(Buffer.byteLength(text));
  const today = dayIn(zone, at);
  const until = addDays(today, AHEAD_DAYS);
  const found = readEvents(text, { zone, from: addDays(today, -AHEAD_DAYS), to: until });
  const events = found
    .filter(({ from, to, fault }) => (fault === null ? to : Math.max(from, to)) > at.getTime())
    .sort((one, other) => one.from - other.from);
  if (events.length > MOST_EVENTS) throw unfit(`more than ${MOST_EVENTS} of its events are still ahead`);
  const series = [...new Set(found.flatMap(({ series: of }) => (of === null ? [] : [of])))];
  return { events, past: found.length - events.length, series, until: new Date(`${until}T00:00:00Z`) };
}

export function assertCalendarSize(bytes: number): void {
  if (bytes > LARGEST_BYTES) throw unfit('it is larger than 4 MiB');
}

/** @throws {DomainError} When the text is no iCalendar text. */
export function readEvents(...[text, range]: Parameters<typeof readICalendarEvents>): ICalendarEvent[] {
  try {
    return readICalendarEvents(text, range);
  } catch (error) {
    if (error instanceof InputError) throw unfit(whyNot(error));
    throw error;
  }
}

/** Names an event by its place in the text, and what is wrong by the name that the text has for it. */
function whyNot({ path, value, fault }: InputError): string {
  const [, place, , field] = /^events\[(\d+)\](\.(.+))?$/.exec(path) ?? [];
  if (place === undefined) return `it ${fault}`;
  const name = field ? ` ${field.toUpperCase()}` : '';
  const found = typeof value === 'string' && field ? `, but it is ${JSON.stringify(value.slice(0, 80))}` : '';
  return `in its event ${Number(place) + 1},${name || ' it'} ${fault}${found}`;
}

const unfit = (why: string) => new DomainError('UNFIT_FILE', `This calendar cannot be read: ${why}.`, ['uploadId']);

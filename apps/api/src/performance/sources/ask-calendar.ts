import { addDays, type CalendarAsked, dayIn, DomainError } from '@accord/domain';
import type { ICalendarEvent } from '@accord/sla/icalendar-events';
import { announcedCalendar, assertCalendarSize, readEvents } from '../maintenances/announced-calendar.js';
import { type Ask, type HolidaysRead, PullFailure, type Reading, type Span } from './reading.js';

/** Holidays are read until the end of the third year from now. */
const YEARS_AHEAD = 3;
const MOST_HOLIDAYS = 500;
const DAY_MS = 86_400_000;

/**
 * Reads all of a calendar that is still ahead.
 *
 * @param zone Of times that name none.
 */
export async function askCalendar(
  ask: Ask,
  { kind, named }: CalendarAsked,
  { to: now }: Span,
  zone: string,
): Promise<Reading> {
  const answer = await ask('');
  if (answer.status !== 200) throw new PullFailure(`The server answers ${answer.status}.`, answer);
  const isNamed = ({ summary }: ICalendarEvent) => named === null || within(summary, named);
  try {
    const told = { rows: [], readTo: now, isMore: false };
    if (kind === 'calendarHolidays') return { ...told, holidays: holidaysOf(answer.body, isNamed, now) };
    const calendar = announcedCalendar(answer.body, zone, new Date(now));
    return { ...told, maintenance: { ...calendar, events: calendar.events.filter(isNamed) } };
  } catch (error) {
    if (error instanceof DomainError) throw new PullFailure(error.message);
    throw error;
  }
}

const within = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** The days of events without a time of day, each once. */
function holidaysOf(text: string, isNamed: (event: ICalendarEvent) => boolean, now: number): HolidaysRead {
  assertCalendarSize(Buffer.byteLength(text));
  const from = dayIn('UTC', new Date(now));
  const to = `${Number(from.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  const names = new Map<string, string>();
  const faults: HolidaysRead['faults'][number][] = [];
  for (const event of readEvents(text, { zone: 'UTC', from, to })) {
    if (!event.isWholeDay || event.isCancelled || !isNamed(event)) continue;
    if (event.fault !== null) {
      if (Math.max(event.from, event.to) > now)
        faults.push({ at: event.from, name: event.summary.trim(), fault: event.fault });
      continue;
    }
    const end = Math.max(event.to, event.from + DAY_MS);
    for (let date = dayIn('UTC', new Date(event.from)), ms = event.from; ms < end; ms += DAY_MS) {
      if (date >= from && date <= to && !names.has(date)) names.set(date, event.summary.trim());
      date = addDays(date, 1);
    }
  }
  if (names.size > MOST_HOLIDAYS) throw new PullFailure(`The calendar has more than ${MOST_HOLIDAYS} holidays ahead.`);
  const days = [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { days, faults };
}

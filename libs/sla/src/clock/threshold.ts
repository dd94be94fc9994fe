import { businessDayAfter } from '../calendar/business-days.js';
import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import { addOpenTime, type Deadline, subtractOpenTime } from '../calendar/open-time.js';
import { assertInstant, assertWhole } from '../foundation/check.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall, wallOfInstant } from '../foundation/zone.js';

/**
 * When to warn or escalate: open time before (negative) or after a due date.
 *
 * @param offsetMs Whole milliseconds of open time.
 * @throws {InputError} When the due date is no instant, the offset not whole, or the calendar has not that much open time.
 */
export function thresholdAt(calendar: Calendar, dueAt: number, offsetMs: number): Deadline {
  assertCalendar('calendar', calendar);
  assertInstant('dueAt', dueAt);
  assertWhole('offsetMs', offsetMs);
  return offsetMs < 0 ? subtractOpenTime(calendar, dueAt, -offsetMs) : addOpenTime(calendar, dueAt, offsetMs);
}

/**
 * The same time of day a number of business days before (negative) or after a due date, on the calendar's wall clock.
 *
 * @throws {InputError} When the due date is no instant, the number not whole, or the calendar does not open so often.
 */
export function thresholdDaysAt(calendar: Calendar, dueAt: number, offsetDays: number): number {
  assertCalendar('calendar', calendar);
  assertInstant('dueAt', dueAt);
  assertWhole('offsetDays', offsetDays);
  const wallMs = wallOfInstant(calendar.zone, dueAt);
  const day = Math.floor(wallMs / DAY_MS);
  const reached = businessDayAfter(calendar, day, offsetDays, 'count');
  return reached === day ? dueAt : instantOfWall(calendar.zone, wallMs + (reached - day) * DAY_MS);
}

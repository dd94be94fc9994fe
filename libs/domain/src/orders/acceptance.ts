import { addBusinessDays, createCalendar } from '@accord/sla';
import { addDays, dayIn } from '../agreements/local-day.js';

/** Business days in which a requester says whether what was delivered is right. */
export const ACCEPTANCE_DAYS = 5;

const OFFICE = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]));

/**
 * The instant at which silence accepts a delivery: when the last of the business days, Monday to Friday, is over. The day
 * of the delivery itself does not count.
 *
 * @param days Business days, at least 0.
 */
export function acceptBy(deliveredAt: Date, days: number, timeZone: string): Date {
  const calendar = createCalendar({ zone: timeZone, weekly: OFFICE as never });
  const last = addBusinessDays(calendar, dayIn(timeZone, deliveredAt), days);
  return startOfDay(addDays(last, 1), timeZone);
}

/** Midnight at the beginning of a day, where the zone has one; else the first instant of the day. */
export function startOfDay(day: string, timeZone: string): Date {
  let low = Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000;
  let high = low + 30 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(timeZone, new Date(middle)) < day) low = middle;
    else high = middle;
  }
  return new Date(high);
}

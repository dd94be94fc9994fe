import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import type { Interval } from '../foundation/interval.js';

/** Open milliseconds of disjoint intervals. */
export function openMsOf(calendar: Calendar, intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + openMsBetween(calendar, from, to), 0);
}

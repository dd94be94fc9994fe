import { createCalendar } from './defined-calendar.js';
import type { WallInterval } from './definition.js';

const ALL_DAY: readonly WallInterval[] = [['00:00', '24:00']];

/** Open around the clock, every day of the year: open time is elapsed time. */
export const ALWAYS_OPEN = createCalendar({
  zone: 'Etc/UTC',
  weekly: { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY },
});

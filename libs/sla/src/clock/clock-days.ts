import { businessDayAfter } from '../calendar/business-days.js';
import type { Calendar } from '../calendar/calendar.js';
import { addOpenTime, type Deadline } from '../calendar/open-time.js';
import { assertCount, assertInstant } from '../foundation/check.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall, wallOfInstant } from '../foundation/zone.js';
import { closedPauses, type Pause } from './pause.js';
import { runningMsBetween } from './running-time.js';

/** A promise in working days. */
export interface ClockInDays {
  readonly calendar: Calendar;
  readonly startAt: number;
  readonly targetDays: number;
  /** Due at the last closing of the day reached, instead of at the time of day of the start. */
  readonly endOfWorkingDay: boolean;
  readonly pauses: readonly Pause[];
}

export interface DeadlineInDays {
  /** Without the pauses. */
  readonly baseDueAt: number;
  /** Open time of the pauses, by which the due date moves. */
  readonly pausedOpenMs: number;
  readonly dueAt: Deadline;
}

/**
 * The deadline of a clock whose target is in working days: start plus that many open dates (the start date is not
 * counted), then the open time of the pauses is added.
 *
 * @param asOf Until when a pause that has not ended is counted; defaults to the start.
 * @throws {InputError} When a time is no instant, or the target is no whole number of days, 0 or more.
 */
export function deadlineInDays(clock: ClockInDays, asOf = clock.startAt): DeadlineInDays {
  const { calendar, startAt, targetDays } = clock;
  assertInstant('startAt', startAt);
  assertCount('targetDays', targetDays);
  const baseDueAt = baseDueOf(clock);
  const pausedOpenMs = closedPauses(clock.pauses, asOf).reduce(
    (sum, { from, to }) => sum + runningMsBetween(calendar, [], from, to),
    0,
  );
  return { baseDueAt, pausedOpenMs, dueAt: addOpenTime(calendar, baseDueAt, pausedOpenMs) };
}

function baseDueOf({ calendar, startAt, targetDays, endOfWorkingDay }: ClockInDays): number {
  const wallMs = wallOfInstant(calendar.zone, startAt);
  const startDay = Math.floor(wallMs / DAY_MS);
  const day = businessDayAfter(calendar, startDay, targetDays, 'count');
  const closing = endOfWorkingDay ? calendar.lastClosingOn(day) : undefined;
  if (closing !== undefined) return closing;
  return day === startDay ? startAt : instantOfWall(calendar.zone, wallMs + (day - startDay) * DAY_MS);
}

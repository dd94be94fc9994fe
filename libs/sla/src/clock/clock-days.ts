import { businessDayAfter } from '../calendar/business-days.js';
import type { Calendar } from '../calendar/calendar.js';
import { addOpenTime, type Deadline, openMsBetween } from '../calendar/open-time.js';
import { assertCount, assertInstant } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall, wallOfInstant } from '../foundation/zone.js';
import { knownAt } from './clock.js';
import { type ClockJudgement, type ClockState, JudgedClock, type KnownClock } from './clock-judgement.js';
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
  readonly stopAt?: number | null;
}

export interface DeadlineInDays {
  /** Without the pauses. */
  readonly baseDueAt: number;
  /** Open time of the pauses, by which the due date moves. */
  readonly pausedOpenMs: number;
  readonly dueAt: Deadline;
  readonly explanation: readonly Step[];
}

/**
 * The deadline of a clock whose target is in working days: start plus that many open dates (the start date is not
 * counted), then the open time of the pauses is added.
 *
 * @param asOf Until when a pause that has not ended is counted; defaults to the start.
 * @throws {InputError} When a time is no instant, or the target is no whole number of days, 0 or more.
 */
export function deadlineInDays(clock: ClockInDays, asOf = clock.startAt): DeadlineInDays {
  assertClockInDays(clock);
  return deadlineOf({ ...clock, pauses: closedPauses(clock.pauses, asOf) }, clock);
}

/**
 * Judges a clock whose target is in working days, as `judgeClock` does: it is met when it stopped no later than
 * `dueAt.far`. What remains is the open time until `dueAt.near`.
 *
 * @param clock.asOf Needed while the clock runs; leave it out for a clock that has stopped.
 * @throws {InputError} As {@link deadlineInDays}, and when neither `stopAt` nor `asOf` is given.
 */
export function judgeClockInDays(clock: ClockInDays & { readonly asOf?: number }): ClockJudgement {
  assertClockInDays(clock);
  return new JudgedDays(knownAt(clock, clock.asOf), {
    targetDays: clock.targetDays,
    endOfWorkingDay: clock.endOfWorkingDay,
  });
}

/** A clock whose target is in working days. */
export class JudgedDays extends JudgedClock {
  override readonly remainingMs: number;
  override readonly state: ClockState;

  readonly #deadline: DeadlineInDays;

  constructor(
    known: KnownClock,
    protected override readonly target: DaysTarget,
  ) {
    const { calendar, pauses, startAt, endAt, stopped } = known;
    super(known, runningMsBetween(calendar, pauses, startAt, endAt));
    this.#deadline = deadlineOf(known, target);
    this.remainingMs = openMsBetween(calendar, endAt, this.dueAt.near);
    this.state = endAt > this.dueAt.far ? 'breached' : stopped ? 'met' : 'running';
  }

  protected override due(): Deadline {
    return this.#deadline.dueAt;
  }

  protected override dueSteps(): readonly Step[] {
    return this.#deadline.explanation;
  }
}

type DaysTarget = Pick<ClockInDays, 'targetDays' | 'endOfWorkingDay'>;

function deadlineOf(
  { calendar, startAt, pauses }: Pick<KnownClock, 'calendar' | 'startAt' | 'pauses'>,
  { targetDays, endOfWorkingDay }: DaysTarget,
): DeadlineInDays {
  const baseDueAt = baseDueOf(calendar, startAt, targetDays, endOfWorkingDay);
  const pausedOpenMs = pauses.reduce((sum, { from, to }) => sum + openMsBetween(calendar, from, to), 0);
  const dueAt = addOpenTime(calendar, baseDueAt, pausedOpenMs);
  const explanation = [
    step('clock.days', { startAt, targetDays, endOfWorkingDay }, baseDueAt),
    step('clock.due', { baseDueAt, pausedOpenMs }, { near: dueAt.near, far: dueAt.far }),
  ];
  return { baseDueAt, pausedOpenMs, dueAt, explanation };
}

function assertClockInDays({ startAt, targetDays, stopAt }: ClockInDays): void {
  assertInstant('startAt', startAt);
  assertCount('targetDays', targetDays);
  if (stopAt !== undefined && stopAt !== null) assertInstant('stopAt', stopAt);
}

function baseDueOf(calendar: Calendar, startAt: number, targetDays: number, endOfWorkingDay: boolean): number {
  const wallMs = wallOfInstant(calendar.zone, startAt);
  const startDay = Math.floor(wallMs / DAY_MS);
  const day = businessDayAfter(calendar, startDay, targetDays, 'count');
  const closing = endOfWorkingDay ? calendar.lastClosingOn(day) : undefined;
  if (closing !== undefined) return closing;
  return day === startDay ? startAt : instantOfWall(calendar.zone, wallMs + (day - startDay) * DAY_MS);
}

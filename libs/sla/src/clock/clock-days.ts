import { findBusinessDay } from '../calendar/business-days.js';
import type { Calendar } from '../calendar/calendar.js';
import { type Deadline, openMsBetween } from '../calendar/open-time.js';
import { assertCount, assertInstant } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { clip, type Interval } from '../foundation/interval.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall, wallOfInstant } from '../foundation/zone.js';
import { assertTimes, knownAt } from './clock.js';
import { type ClockJudgement, type ClockState, JudgedClock, type KnownClock } from './clock-judgement.js';
import { toldDeadline, toldInstant } from './clock-steps.js';
import { closedPauses, type Pause } from './pause.js';
import { addRunningTime, runningMsBetween } from './running-time.js';

/** A promise in working days. */
export interface ClockInDays {
  readonly calendar: Calendar;
  readonly startAt: number;
  readonly targetDays: number;
  /** Due at the last closing of the day reached, as it is without breaks, instead of at the time of day of the start. */
  readonly endOfWorkingDay: boolean;
  readonly pauses: readonly Pause[];
  readonly stopAt?: number | null;
}

export interface DeadlineInDays {
  /** Without the pauses. Infinity when the calendar does not open so often. */
  readonly baseDueAt: number;
  /** Open time of the pauses, by which the due date moves. */
  readonly pausedOpenMs: number;
  readonly dueAt: Deadline;
  readonly explanation: readonly Step[];
}

/**
 * The deadline of a clock whose target is in working days: start plus that many open dates (the start date is not
 * counted), then the open time of the pauses is added: of what lies of them after the start and, once stopped, before the
 * stop.
 *
 * @param asOf Until when a pause that has not ended is counted; defaults to the start.
 * @throws {InputError} When a time is no instant, or the target is no whole number of days, 0 or more.
 */
export function deadlineInDays(clock: ClockInDays, asOf?: number): DeadlineInDays {
  assertClockInDays(clock);
  if (asOf !== undefined) assertInstant('asOf', asOf);
  const { calendar, startAt, stopAt } = clock;
  const pauses = closedPauses(clock.pauses, Math.max(startAt, stopAt ?? asOf ?? startAt));
  return deadlineOf({ calendar, startAt, pauses, endAt: stopAt ?? Infinity }, clock);
}

/**
 * Judges a clock whose target is in working days, as `judgeClock` does: it is met when it stopped no later than
 * `dueAt.far`. What remains is the open time until `dueAt.near`. Pauses count until the stop, else until `asOf`.
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
    const { baseDueAt, pausedOpenMs } = this.#deadline;
    this.remainingMs = baseDueAt === NEVER ? NEVER : openMsBetween(calendar, endAt, baseDueAt) + pausedOpenMs;
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

/** The due date of a target in days, with the open time of the pauses. */
export function dueAfterDays(
  { calendar, startAt, targetDays, endOfWorkingDay }: Pick<KnownClock, 'calendar' | 'startAt'> & DaysTarget,
  pausedOpenMs: number,
): Deadline {
  const baseDueAt = baseDueOf(calendar, startAt, targetDays, endOfWorkingDay);
  return pushed(calendar, baseDueAt, pausedOpenMs);
}

const pushed = (calendar: Calendar, baseDueAt: number, pausedOpenMs: number): Deadline =>
  baseDueAt === NEVER ? NEVER_DUE : addRunningTime(calendar, NO_PAUSES, baseDueAt, pausedOpenMs);

function deadlineOf(
  { calendar, startAt, pauses, endAt }: Pick<KnownClock, 'calendar' | 'startAt' | 'pauses' | 'endAt'>,
  { targetDays, endOfWorkingDay }: DaysTarget,
): DeadlineInDays {
  const baseDueAt = baseDueOf(calendar, startAt, targetDays, endOfWorkingDay);
  const counted = clip(pauses, { from: startAt, to: endAt });
  const pausedOpenMs = counted.reduce((sum, { from, to }) => sum + openMsBetween(calendar, from, to), 0);
  const dueAt = pushed(calendar, baseDueAt, pausedOpenMs);
  const explanation = [
    step('clock.days', { startAt, targetDays, endOfWorkingDay }, toldInstant(baseDueAt)),
    step('clock.due', { baseDueAt: toldInstant(baseDueAt), pausedOpenMs }, toldDeadline(dueAt)),
  ];
  return { baseDueAt, pausedOpenMs, dueAt, explanation };
}

/** A calendar can end before its days are counted. */
const NEVER = Infinity;
const NEVER_DUE: Deadline = { near: NEVER, far: NEVER };

/** The pauses are in the time that is added: it is open time that they do not hold up. */
const NO_PAUSES: readonly Interval[] = [];

function assertClockInDays(clock: ClockInDays): void {
  assertTimes(clock);
  assertCount('targetDays', clock.targetDays);
}

function baseDueOf(calendar: Calendar, startAt: number, targetDays: number, endOfWorkingDay: boolean): number {
  const wallMs = wallOfInstant(calendar.zone, startAt);
  const startDay = Math.floor(wallMs / DAY_MS);
  const day = findBusinessDay(calendar, startDay, targetDays, 'count');
  if (day === undefined) return NEVER;
  const closing = endOfWorkingDay ? calendar.lastClosingOn(day) : undefined;
  if (closing !== undefined) return Math.max(startAt, closing);
  return day === startDay ? startAt : instantOfWall(calendar.zone, wallMs + (day - startDay) * DAY_MS);
}

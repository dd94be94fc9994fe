import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import type { Deadline } from '../calendar/open-time.js';
import { assertDuration, assertInstant, assertList, assertRecord } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { toldDeadline } from './clock-steps.js';
import { type ClockJudgement, type ClockState, JudgedClock, type KnownClock } from './clock-judgement.js';
import { closedPauses, type Pause } from './pause.js';
import { addRunningTime, runningMsBetween } from './running-time.js';

/** A promise to do something within a stretch of open time. */
export interface Clock {
  readonly calendar: Calendar;
  readonly startAt: number;
  /** Running time that may be used, whole milliseconds. */
  readonly targetMs: number;
  /** In any order; they may overlap. Only their open time is taken out. */
  readonly pauses: readonly Pause[];
  /** When it was done. A stop ends a pause that is still open. One before the start counts as a stop at the start. */
  readonly stopAt?: number | null;
}

/**
 * The deadline of a clock. A pause that has not ended is taken to end at `asOf`. Both ends are Infinity when the calendar
 * ends before the time is used up.
 *
 * @throws {InputError} When a time is no instant, the target negative, or a pause open and `asOf` missing.
 */
export function deadlineOf(clock: Clock, asOf?: number): Deadline {
  assertClock(clock);
  if (asOf !== undefined) assertInstant('asOf', asOf);
  const endAt = clock.stopAt ?? asOf;
  if (endAt === undefined && clock.pauses.some(({ to }) => to === null)) {
    throw new InputError('MISSING', 'asOf', asOf, 'must be given while a pause is open');
  }
  return addRunningTime(clock.calendar, closedPauses(clock.pauses, endAt ?? 0), clock.startAt, clock.targetMs);
}

/**
 * Judges a clock by its events alone. Met when the elapsed time is at most the target, which is the same as stopping no
 * later than `dueAt.far`. The due date counts every pause whole, also one that ends after `asOf`.
 *
 * @param clock.asOf Needed while the clock runs; leave it out for a clock that has stopped: a stop after `asOf` has not
 *   happened yet. A pause without an end lasts until the stop, else until `asOf`.
 * @throws {InputError} When a time is no instant, the target negative, or neither `stopAt` nor `asOf` is given.
 *
 * @example
 * judgeClock({ calendar: ALWAYS_OPEN, startAt, targetMs: 4 * 3_600_000, pauses: [], asOf: startAt });
 * // { dueAt: { near: startAt + 14_400_000, … }, elapsedMs: 0, remainingMs: 14_400_000, state: 'running', … }
 */
export function judgeClock(clock: Clock & { readonly asOf?: number }): ClockJudgement {
  assertClock(clock);
  return new JudgedRunningTime(knownAt(clock, clock.asOf), clock.targetMs);
}

/** A clock whose target is running time. */
export class JudgedRunningTime extends JudgedClock {
  override readonly remainingMs: number;
  override readonly state: ClockState;

  constructor(
    known: KnownClock,
    private readonly targetMs: number,
  ) {
    super(known, runningMsBetween(known.calendar, known.pauses, known.startAt, known.endAt));
    this.remainingMs = targetMs - this.elapsedMs;
    this.state = this.remainingMs < 0 ? 'breached' : known.stopped ? 'met' : 'running';
  }

  protected override get target() {
    return { targetMs: this.targetMs };
  }

  protected override due(): Deadline {
    const { calendar, pauses, startAt } = this.known;
    return addRunningTime(calendar, pauses, startAt, this.targetMs);
  }

  protected override dueSteps(): Step[] {
    const { startAt, paused } = this.known;
    return [step('clock.due', { startAt, targetMs: this.targetMs, paused }, toldDeadline(this.dueAt))];
  }
}

/** What is known of a clock at `asOf`: a stop after it has not happened yet. @throws {InputError} When neither is given. */
export function knownAt(
  { calendar, startAt, pauses, stopAt = null }: Pick<Clock, 'calendar' | 'startAt' | 'pauses' | 'stopAt'>,
  asOf: number | undefined,
): KnownClock {
  if (asOf !== undefined) assertInstant('asOf', asOf);
  const stopped = stopAt !== null && stopAt <= (asOf ?? Infinity);
  const knownUntil = stopped ? stopAt : asOf;
  if (knownUntil === undefined) throw new InputError('MISSING', 'asOf', asOf, 'must be given while the clock runs');
  const endAt = Math.max(startAt, knownUntil);
  const paused = !stopped && pauses.some(({ from, to }) => from <= knownUntil && (to === null || to > knownUntil));
  return { calendar, startAt, pauses: closedPauses(pauses, endAt), endAt, stopped, paused };
}

/** @throws {InputError} When there is no calendar, the start or stop is no instant, or the target negative. */
export function assertClock(clock: Clock): void {
  assertTimes(clock);
  assertDuration('targetMs', clock.targetMs);
}

/** @throws {InputError} When what clocks of every target have is none of a clock. */
export function assertTimes(clock: Pick<Clock, 'calendar' | 'startAt' | 'pauses' | 'stopAt'>): void {
  assertRecord('clock', clock);
  const { calendar, startAt, pauses, stopAt } = clock;
  assertCalendar('calendar', calendar);
  assertInstant('startAt', startAt);
  assertList('pauses', pauses);
  if (stopAt !== undefined && stopAt !== null) assertInstant('stopAt', stopAt);
}

import type { Calendar } from '../calendar/calendar.js';
import type { Deadline } from '../calendar/open-time.js';
import { assertDuration, assertInstant } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { clip } from '../foundation/interval.js';
import { pauseSteps, segmentStep } from './clock-steps.js';
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

/** `running` until it stops or its time is used up; a running clock whose far deadline has passed is `breached`. */
export type ClockState = 'running' | 'met' | 'breached';

export interface ClockJudgement {
  /** While a pause is open: the deadline if the clock resumed at `asOf`. */
  readonly dueAt: Deadline;
  /** Open time used and not paused, until the stop or `asOf`. */
  readonly elapsedMs: number;
  /** Negative when late. */
  readonly remainingMs: number;
  readonly state: ClockState;
  /** A pause is open at `asOf`. */
  readonly paused: boolean;
  readonly explanation: readonly Step[];
}

/**
 * The deadline of a clock. A pause that has not ended is taken to end at `asOf`.
 *
 * @throws {InputError} When a time is no instant, the target negative, or a pause open and `asOf` missing.
 */
export function deadlineOf(clock: Clock, asOf?: number): Deadline {
  const endAt = clock.stopAt ?? asOf;
  assertClock(clock);
  if (endAt === undefined && clock.pauses.some(({ to }) => to === null)) {
    throw new InputError('MISSING', 'asOf', asOf, 'must be given while a pause is open');
  }
  return addRunningTime(clock.calendar, closedPauses(clock.pauses, endAt ?? 0), clock.startAt, clock.targetMs);
}

/**
 * Judges a clock by its events alone, as they were known at `asOf`: a stop after it has not happened yet. Met when the
 * elapsed time is at most the target, which is the same as stopping no later than `dueAt.far`.
 *
 * @param clock.asOf Needed while the clock runs; leave it out for a clock that has stopped.
 * @throws {InputError} When a time is no instant, the target negative, or neither `stopAt` nor `asOf` is given.
 *
 * @example
 * judgeClock({ calendar: ALWAYS_OPEN, startAt, targetMs: 4 * 3_600_000, pauses: [], asOf: startAt });
 * // { dueAt: { near: startAt + 14_400_000, … }, elapsedMs: 0, remainingMs: 14_400_000, state: 'running', … }
 */
export function judgeClock(clock: Clock & { readonly asOf?: number }): ClockJudgement {
  const { calendar, startAt, targetMs, asOf } = clock;
  assertClock(clock);
  if (asOf !== undefined) assertInstant('asOf', asOf);
  const stopAt = stopKnownAt(clock, asOf);
  const endAt = stopAt ?? asOf;
  if (endAt === undefined) throw new InputError('MISSING', 'asOf', asOf, 'must be given while the clock runs');

  const pauses = closedPauses(clock.pauses, Math.max(endAt, startAt));
  const dueAt = addRunningTime(calendar, pauses, startAt, targetMs);
  const elapsedMs = runningMsBetween(calendar, pauses, startAt, Math.max(startAt, endAt));
  const state = elapsedMs > targetMs ? 'breached' : stopAt === null ? 'running' : 'met';
  const paused = stopAt === null && clock.pauses.some(({ from, to }) => from <= endAt && (to === null || to > endAt));
  const explanation = [
    step('clock.start', { zone: calendar.zone, alwaysOpen: calendar.alwaysOpen, targetMs }, startAt),
    ...pauseSteps(calendar, clip(pauses, { from: startAt, to: Math.max(startAt, endAt) })),
    segmentStep(calendar, pauses, startAt, dueAt),
    step('clock.due', { startAt, targetMs, paused }, { near: dueAt.near, far: dueAt.far }),
    step('clock.elapsed', { startAt, endAt, stopped: stopAt !== null }, elapsedMs),
    step('clock.verdict', { elapsedMs, targetMs, endAt, farDueAt: dueAt.far }, state),
  ];
  return { dueAt, elapsedMs, remainingMs: targetMs - elapsedMs, state, paused, explanation };
}

/** @throws {InputError} When the start or stop is no instant, or the target negative. */
export function assertClock({ startAt, targetMs, stopAt }: Clock): void {
  assertInstant('startAt', startAt);
  assertDuration('targetMs', targetMs);
  if (stopAt !== undefined && stopAt !== null) assertInstant('stopAt', stopAt);
}

function stopKnownAt({ stopAt = null }: Clock, asOf = Infinity): number | null {
  return stopAt !== null && stopAt <= asOf ? stopAt : null;
}

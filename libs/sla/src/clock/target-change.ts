import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import { assertDuration, assertInstant, assertOneOf, assertRecord } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { assertClock, type Clock } from './clock.js';
import { closedPauses } from './pause.js';
import { runningMsBetween } from './running-time.js';

/**
 * What a change of priority or policy does to a clock: `keepElapsed` counts the new target from the original start,
 * `restart` from the change. Pauses are kept by both.
 */
export type ChangePolicy = 'keepElapsed' | 'restart';

export interface TargetChange {
  readonly at: number;
  readonly targetMs: number;
  /** The new calendar; leave it out when it stays the same. */
  readonly calendar?: Calendar;
}

export interface ChangedClock {
  /** Judge this one from now on. */
  readonly clock: Clock;
  /** Running time from the original start to the change, by the new calendar. */
  readonly elapsedAtChangeMs: number;
  /** The new target was used up already when the change was made. Always false for `restart`. */
  readonly breachedAtChange: boolean;
  readonly explanation: readonly Step[];
}

/** @throws {InputError} When the clock is none, the change is at no instant, its target negative, or the policy unknown. */
export function changeTarget(clock: Clock, change: TargetChange, policy: ChangePolicy = 'keepElapsed'): ChangedClock {
  assertClock(clock);
  assertRecord('change', change);
  assertInstant('change.at', change.at);
  assertDuration('change.targetMs', change.targetMs);
  assertOneOf('policy', policy, ['keepElapsed', 'restart']);
  const calendar = change.calendar === undefined ? clock.calendar : change.calendar;
  assertCalendar('change.calendar', calendar);
  const pauses = closedPauses(clock.pauses, change.at);
  const elapsedAtChangeMs = runningMsBetween(calendar, pauses, clock.startAt, Math.max(clock.startAt, change.at));
  const startAt = policy === 'restart' ? change.at : clock.startAt;
  const breachedAtChange = policy === 'keepElapsed' && elapsedAtChangeMs > change.targetMs;
  const told = { at: change.at, policy, fromMs: clock.targetMs, targetMs: change.targetMs, elapsedAtChangeMs };
  return {
    clock: { ...clock, calendar, startAt, targetMs: change.targetMs },
    elapsedAtChangeMs,
    breachedAtChange,
    explanation: [step('clock.change', told, breachedAtChange)],
  };
}

import { assertTimes, type Clock, knownAt } from './clock.js';
import { runningMsBetween } from './running-time.js';

/** The time that a clock runs: open, in no pause, from its start to its stop. */
export interface RunningTime {
  /** Epoch milliseconds: the start of the clock. */
  readonly from: number;
  /** Its stop, else `asOf`. */
  readonly to: number;
  /** Milliseconds that it runs between two instants; those of neighbouring stretches add up to those of the whole. */
  between(from: number, to: number): number;
}

/**
 * Takes the time of a clock apart as its judgement counts it: between `from` and `to` runs its `elapsedMs`.
 *
 * @param clock.asOf Needed while the clock runs; leave it out for a clock that has stopped.
 * @throws {InputError} When a time is no instant, or neither `stopAt` nor `asOf` is given.
 */
export function runningTimeOf(clock: Omit<Clock, 'targetMs'> & { readonly asOf?: number }): RunningTime {
  assertTimes(clock);
  const { calendar, pauses, startAt, endAt } = knownAt(clock, clock.asOf);
  return {
    from: startAt,
    to: endAt,
    between: (from, to) => {
      const [first, last] = [Math.max(from, startAt), Math.min(to, endAt)];
      return first < last ? runningMsBetween(calendar, pauses, first, last) : 0;
    },
  };
}

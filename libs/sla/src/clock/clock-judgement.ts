import type { Calendar } from '../calendar/calendar.js';
import type { Deadline } from '../calendar/open-time.js';
import { type Step, step } from '../foundation/explanation.js';
import type { Interval } from '../foundation/interval.js';
import { segmentStep, startSteps, toldInstant, type ToldTarget } from './clock-steps.js';

/** `running` until it stops or its time is used up; a running clock whose far deadline has passed is `breached`. */
export type ClockState = 'running' | 'met' | 'breached';

export interface ClockJudgement {
  /** While a pause is open: the deadline if the clock resumed at `asOf`. Infinity when the calendar ends before. */
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

/** A clock as far as it is known: pauses are closed, disjoint and in order. */
export interface KnownClock {
  readonly calendar: Calendar;
  readonly startAt: number;
  readonly pauses: readonly Interval[];
  /** Not before the start. */
  readonly endAt: number;
  readonly stopped: boolean;
  readonly paused: boolean;
  /** Steps of a calculation that this one continues. */
  readonly before?: (() => readonly Step[]) | undefined;
}

/** Most clocks of a log are asked only for their verdict: due date and steps are written down when they are read. */
export abstract class JudgedClock implements ClockJudgement {
  abstract readonly remainingMs: number;
  abstract readonly state: ClockState;
  readonly paused: boolean;

  #dueAt: Deadline | undefined;
  #explanation: readonly Step[] | undefined;

  constructor(
    protected readonly known: KnownClock,
    readonly elapsedMs: number,
  ) {
    this.paused = known.paused;
  }

  get dueAt(): Deadline {
    return (this.#dueAt ??= this.due());
  }

  get explanation(): readonly Step[] {
    return (this.#explanation ??= this.#explain());
  }

  toJSON(): ClockJudgement {
    const { dueAt, elapsedMs, remainingMs, state, paused, explanation } = this;
    return { dueAt, elapsedMs, remainingMs, state, paused, explanation };
  }

  protected abstract readonly target: ToldTarget;
  protected abstract due(): Deadline;
  protected abstract dueSteps(): readonly Step[];

  #explain(): Step[] {
    const { known, elapsedMs, target, dueAt } = this;
    const { startAt, endAt, stopped } = known;
    return [
      ...(known.before?.() ?? []),
      ...startSteps(known, target),
      segmentStep(known, dueAt),
      ...this.dueSteps(),
      step('clock.elapsed', { startAt, endAt, stopped }, elapsedMs),
      step('clock.verdict', { elapsedMs, ...target, endAt, farDueAt: toldInstant(dueAt.far) }, this.state),
    ];
  }
}

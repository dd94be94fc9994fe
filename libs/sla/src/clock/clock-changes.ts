import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { dueAfterDays } from './clock-days.js';
import { type Folded, type Held, NEVER, type Past } from './clock-fold.js';
import type { ChangePolicy } from './target-change.js';

/** A change of priority or policy that gave a running clock another target. */
export interface RecordedChange {
  readonly at: number;
  readonly policy: ChangePolicy;
  /** Running time from the start to the change, by the new calendar. */
  readonly elapsedAtChangeMs: number;
  /** The new target was used up already when the change was made. Always false for `restart`. */
  readonly breachedAtChange: boolean;
}

/** Changes of one clock, in order of time; each pause is counted once for each calendar, however many there are. */
export function recordedChanges(changes: readonly Past[]): RecordedChange[] {
  const tallies = new Map<Calendar, PausedTime>();
  return changes.map(({ folded }) => {
    const { calendar } = folded.rule!;
    let paused = tallies.get(calendar);
    if (!paused) tallies.set(calendar, (paused = new PausedTime(calendar)));
    return recordedChange(folded, paused.until(folded));
  });
}

function recordedChange({ rule, startAt, lastAt: at, terms }: Folded, pausedMs: number): RecordedChange {
  const { calendar, targetMs, targetDays = 0, endOfWorkingDay = false } = rule!;
  const elapsedAtChangeMs = openMsBetween(calendar, startAt, at) - pausedMs;
  const isLate =
    targetMs === undefined
      ? at > dueAfterDays({ calendar, startAt, targetDays, endOfWorkingDay }, pausedMs).far
      : elapsedAtChangeMs > targetMs;
  const policy = terms.change;
  return { at, policy, elapsedAtChangeMs, breachedAtChange: policy === 'keepElapsed' && isLate };
}

/** Open time in the pauses of a clock that goes on: only what came since it was asked last is counted. */
class PausedTime {
  private startAt = NEVER;
  /** The newest pause that can no longer grow, and the open time in it and all before it. */
  private settled: Held | null = null;
  private settledMs = 0;

  constructor(private readonly calendar: Calendar) {}

  /** From the start to the last event. */
  until({ startAt, heldFrom, held, lastAt }: Folded): number {
    if (startAt !== this.startAt) [this.startAt, this.settled, this.settledMs] = [startAt, null, 0];
    this.settle(held?.before ?? null);
    const open = heldFrom === NEVER ? 0 : this.openMs(heldFrom, lastAt);
    return this.settledMs + (held ? this.openMs(held.from, held.to) : 0) + open;
  }

  private settle(newest: Held | null): void {
    let addedMs = 0;
    let pause = newest;
    for (; pause && pause !== this.settled && pause.to > this.startAt; pause = pause.before)
      addedMs += this.openMs(pause.from, pause.to);
    if (pause !== this.settled) this.settledMs = 0;
    this.settledMs += addedMs;
    this.settled = newest;
  }

  private openMs(from: number, to: number): number {
    const since = Math.max(from, this.startAt);
    return since < to ? openMsBetween(this.calendar, since, to) : 0;
  }
}

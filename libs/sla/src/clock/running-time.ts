import type { Calendar } from '../calendar/calendar.js';
import { type Deadline, nextOpening, openMsBetween, openTimeAfter } from '../calendar/open-time.js';
import type { Interval } from '../foundation/interval.js';

/** Open milliseconds between two instants that lie in no pause. Pauses are disjoint and in order. */
export function runningMsBetween(calendar: Calendar, pauses: readonly Interval[], from: number, to: number): number {
  let runningMs = openMsBetween(calendar, from, to);
  for (const pause of pauses) {
    const pausedFrom = Math.max(pause.from, from);
    const pausedTo = Math.min(pause.to, to);
    if (pausedFrom < pausedTo) runningMs -= openMsBetween(calendar, pausedFrom, pausedTo);
  }
  return runningMs;
}

/**
 * The deadline a duration of running time (open and not paused) after an instant. Both ends are Infinity when a pause
 * that never ends, or the end of the calendar, comes first; only `far` is when it comes just as the duration is used up.
 */
export function addRunningTime(
  calendar: Calendar,
  pauses: readonly Interval[],
  at: number,
  durationMs: number,
): Deadline {
  const near = durationMs === 0 ? at : nearAfter(calendar, pauses, at, durationMs);
  return { near, far: nextRunning(calendar, pauses, near) };
}

function nearAfter(calendar: Calendar, pauses: readonly Interval[], at: number, durationMs: number): number {
  let from = at;
  let leftMs = durationMs;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    if (pause.from > from) {
      const runsMs = openMsBetween(calendar, from, pause.from);
      if (runsMs >= leftMs) break;
      leftMs -= runsMs;
    }
    from = pause.to;
    if (from === Infinity) return Infinity;
  }
  return openTimeAfter(calendar, from, leftMs);
}

/** The first instant, not before the given one, at which the clock runs. */
function nextRunning(calendar: Calendar, pauses: readonly Interval[], at: number): number {
  if (at === Infinity) return Infinity;
  let running = nextOpening(calendar, at);
  for (const pause of pauses) {
    if (running < pause.from) break;
    if (running < pause.to) {
      if (pause.to === Infinity) return Infinity;
      running = nextOpening(calendar, pause.to);
    }
  }
  return running;
}

import { assertDuration, assertInstant } from '../foundation/check.js';
import type { Calendar } from './calendar.js';
import type { OpenYear } from './open-year.js';
import { countUpTo, opensUpTo, yearIndexOf } from './search.js';

/**
 * The two ends of a deadline. `near` is the moment the duration is used up: the due date that people are shown. `far` is
 * the last moment before more open time passes: what a verdict compares with. They differ only where a duration ends on
 * a closing (near: Friday 17:00, far: Monday 09:00), and for a duration of 0.
 */
export interface Deadline {
  readonly near: number;
  readonly far: number;
}

/** Whether the calendar is open at the instant. At the closing instant it is closed. */
export function isOpen(calendar: Calendar, at: number): boolean {
  assertInstant('at', at);
  return nextOpening(calendar, at) === at;
}

/** The instant itself when open, else the next opening. @throws {InputError} When nothing opens until 2199. */
export function nextOpen(calendar: Calendar, at: number): number {
  assertInstant('at', at);
  return nextOpening(calendar, at);
}

/** The instant itself when open time lies just before it, else the closing before. @throws {InputError} When none since 1900. */
export function prevOpen(calendar: Calendar, at: number): number {
  assertInstant('at', at);
  return previousClosing(calendar, at);
}

/**
 * Open milliseconds between two instants; negative when `to` lies before `from`. Real elapsed time: a day on which the
 * clock is set back has 25 hours.
 */
export function openTimeBetween(calendar: Calendar, from: number, to: number): number {
  assertInstant('from', from);
  assertInstant('to', to);
  return openMsBetween(calendar, from, to);
}

/**
 * The deadline a duration of open time after an instant. A duration of 0 is due at once: `near` is `at`.
 *
 * @param durationMs Whole milliseconds, 0 or more.
 * @throws {InputError} When the calendar has not that much open time until 2199.
 */
export function addOpenTime(calendar: Calendar, at: number, durationMs: number): Deadline {
  assertInstant('at', at);
  assertDuration('durationMs', durationMs);
  const near = openTimeAfter(calendar, at, durationMs);
  return { near, far: nextOpening(calendar, near) };
}

/** Mirrors {@link addOpenTime}: `near` is the later of the two, an opening; `far` the closing before it. */
export function subtractOpenTime(calendar: Calendar, at: number, durationMs: number): Deadline {
  assertInstant('at', at);
  assertDuration('durationMs', durationMs);
  const near = openTimeBefore(calendar, at, durationMs);
  return { near, far: previousClosing(calendar, near) };
}

/** {@link openTimeBetween} for instants that were checked before. */
export function openMsBetween(calendar: Calendar, from: number, to: number): number {
  if (calendar.alwaysOpen) return to - from;
  if (to < from) return 0 - openMsBetween(calendar, to, from);
  const first = yearIndexOf(from);
  const last = yearIndexOf(to);
  const openMs = openMsUntil(calendar.openYear(last), to) - openMsUntil(calendar.openYear(first), from);
  return first === last ? openMs : openMs + calendar.openMsOfYears(first, last);
}

/** The first instant at which that much open time has passed. */
export function openTimeAfter(calendar: Calendar, at: number, durationMs: number): number {
  if (durationMs === 0 || calendar.alwaysOpen) return at + durationMs;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  let untilMs = openMsUntil(year, at) + durationMs;
  while (untilMs > year.openMs) {
    untilMs -= year.openMs;
    year = calendar.openYear((index += 1));
  }
  // The last interval that begins with less open time behind it: the duration may end on its closing.
  const i = countUpTo(year.before, Math.ceil(untilMs / 1000) - 1) - 1;
  return year.startAt + year.opens[i]! * 1000 + (untilMs - year.before[i]! * 1000);
}

/** The last instant after which that much open time passes until `at`. */
function openTimeBefore(calendar: Calendar, at: number, durationMs: number): number {
  if (durationMs === 0 || calendar.alwaysOpen) return at - durationMs;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  let untilMs = openMsUntil(year, at) - durationMs;
  while (untilMs < 0) {
    year = calendar.openYear((index -= 1));
    untilMs += year.openMs;
  }
  const i = countUpTo(year.before, untilMs / 1000) - 1;
  return year.startAt + year.opens[i]! * 1000 + (untilMs - year.before[i]! * 1000);
}

/** {@link nextOpen} for an instant that was checked before. */
export function nextOpening(calendar: Calendar, at: number): number {
  if (calendar.alwaysOpen) return at;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  const begun = opensUpTo(year, (at - year.startAt) / 1000);
  if (begun > 0 && at < year.startAt + year.closes[begun - 1]! * 1000) return at;
  if (begun < year.opens.length) return year.startAt + year.opens[begun]! * 1000;
  do year = calendar.openYear((index += 1));
  while (year.opens.length === 0);
  return year.startAt + year.opens[0]! * 1000;
}

/** {@link prevOpen} for an instant that was checked before. */
export function previousClosing(calendar: Calendar, at: number): number {
  if (calendar.alwaysOpen) return at;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  // Openings strictly before the instant, so that the last of them has open time just before it.
  const begun = opensUpTo(year, Math.ceil((at - year.startAt) / 1000) - 1);
  if (begun > 0) return Math.min(at, year.startAt + year.closes[begun - 1]! * 1000);
  do year = calendar.openYear((index -= 1));
  while (year.closes.length === 0);
  return year.startAt + year.closes.at(-1)! * 1000;
}

function openMsUntil(year: OpenYear, at: number): number {
  const elapsedMs = at - year.startAt;
  const i = opensUpTo(year, elapsedMs / 1000) - 1;
  if (i < 0) return 0;
  return year.before[i]! * 1000 + Math.min(elapsedMs, year.closes[i]! * 1000) - year.opens[i]! * 1000;
}

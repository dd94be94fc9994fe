import { assertDuration, assertInstant, FIRST_INSTANT, LAST_INSTANT } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { assertCalendar, type Calendar } from './calendar.js';
import type { OpenYear } from './open-year.js';
import { countUpTo, opensUpTo, yearIndexOf, YEARS } from './search.js';

/**
 * The two ends of a deadline. `near` is the moment the duration is used up: the due date that people are shown. `far` is
 * the last moment before more open time passes: what a verdict compares with. They differ only where a duration ends on
 * a closing (near: Friday 17:00, far: Monday 09:00), and for a duration of 0. Where nothing opens any more, `far` is
 * Infinity.
 */
export interface Deadline {
  readonly near: number;
  readonly far: number;
}

/** Whether the calendar is open at the instant. At the closing instant it is closed. */
export function isOpen(calendar: Calendar, at: number): boolean {
  assertAsked(calendar, at);
  if (calendar.alwaysOpen) return true;
  const year = calendar.openYear(yearIndexOf(at));
  return opensBy(year, at, opensUpTo(year, (at - year.startAt) / 1000));
}

/** The instant itself when open, else the next opening. @throws {InputError} When nothing opens until 2199. */
export function nextOpen(calendar: Calendar, at: number): number {
  assertAsked(calendar, at);
  return found('at', at, nextOpening(calendar, at));
}

/** The instant itself when open time lies just before it, else the closing before. @throws {InputError} When none since 1900. */
export function prevOpen(calendar: Calendar, at: number): number {
  assertAsked(calendar, at);
  return found('at', at, previousClosing(calendar, at));
}

/**
 * Open milliseconds between two instants; negative when `to` lies before `from`. Real elapsed time: a day on which the
 * clock is set back has 25 hours.
 */
export function openTimeBetween(calendar: Calendar, from: number, to: number): number {
  assertCalendar('calendar', calendar);
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
  assertAsked(calendar, at);
  assertDuration('durationMs', durationMs);
  const near = found('durationMs', durationMs, openTimeAfter(calendar, at, durationMs));
  return { near, far: nextOpening(calendar, near) };
}

/**
 * Mirrors {@link addOpenTime}: `near` is the later of the two, an opening; `far` the closing before it, -Infinity where
 * there is none.
 */
export function subtractOpenTime(calendar: Calendar, at: number, durationMs: number): Deadline {
  assertAsked(calendar, at);
  assertDuration('durationMs', durationMs);
  const near = found('durationMs', durationMs, openTimeBefore(calendar, at, durationMs));
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

/** The first instant at which that much open time has passed; Infinity when the calendar has not that much. */
export function openTimeAfter(calendar: Calendar, at: number, durationMs: number): number {
  if (durationMs === 0) return at;
  if (calendar.alwaysOpen) return at + durationMs < LAST_INSTANT ? at + durationMs : Infinity;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  let untilMs = openMsUntil(year, at) + durationMs;
  while (untilMs > year.openMs) {
    if ((index += 1) === YEARS) return Infinity;
    untilMs -= year.openMs;
    year = calendar.openYear(index);
  }
  // The last interval that begins with less open time behind it: the duration may end on its closing.
  const i = countUpTo(year.before, Math.ceil(untilMs / 1000) - 1) - 1;
  return year.startAt + year.opens[i]! * 1000 + (untilMs - year.before[i]! * 1000);
}

/** The last instant after which that much open time passes until `at`; -Infinity when there is none. */
function openTimeBefore(calendar: Calendar, at: number, durationMs: number): number {
  if (durationMs === 0) return at;
  if (calendar.alwaysOpen) return at - durationMs < FIRST_INSTANT ? -Infinity : at - durationMs;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  let untilMs = openMsUntil(year, at) - durationMs;
  while (untilMs < 0) {
    if (index === 0) return -Infinity;
    year = calendar.openYear((index -= 1));
    untilMs += year.openMs;
  }
  const i = countUpTo(year.before, untilMs / 1000) - 1;
  return year.startAt + year.opens[i]! * 1000 + (untilMs - year.before[i]! * 1000);
}

/** {@link nextOpen} for an instant that was checked before; Infinity when nothing opens any more. */
export function nextOpening(calendar: Calendar, at: number): number {
  if (at >= LAST_INSTANT) return Infinity;
  if (calendar.alwaysOpen) return at;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  const begun = opensUpTo(year, (at - year.startAt) / 1000);
  if (opensBy(year, at, begun)) return at;
  if (begun < year.opens.length) return year.startAt + year.opens[begun]! * 1000;
  do {
    if ((index += 1) === YEARS) return Infinity;
    year = calendar.openYear(index);
  } while (year.opens.length === 0);
  return year.startAt + year.opens[0]! * 1000;
}

/** {@link prevOpen} for an instant that was checked before; -Infinity when nothing was open before. */
export function previousClosing(calendar: Calendar, at: number): number {
  if (calendar.alwaysOpen) return at;
  let index = yearIndexOf(at);
  let year = calendar.openYear(index);
  // Openings strictly before the instant, so that the last of them has open time just before it.
  const begun = opensUpTo(year, Math.ceil((at - year.startAt) / 1000) - 1);
  if (begun > 0) return Math.min(at, year.startAt + year.closes[begun - 1]! * 1000);
  do {
    if (index === 0) return -Infinity;
    year = calendar.openYear((index -= 1));
  } while (year.closes.length === 0);
  return year.startAt + year.closes.at(-1)! * 1000;
}

/** Whether the last of the intervals that have begun is still open. */
function opensBy(year: OpenYear, at: number, begun: number): boolean {
  return begun > 0 && at < year.startAt + year.closes[begun - 1]! * 1000;
}

function assertAsked(calendar: Calendar, at: number): void {
  assertCalendar('calendar', calendar);
  assertInstant('at', at);
}

function found(path: string, asked: number, answer: number): number {
  if (Number.isFinite(answer)) return answer;
  throw new InputError('OUT_OF_RANGE', path, asked, 'must leave open time of the calendar in the years 1900 to 2199');
}

function openMsUntil(year: OpenYear, at: number): number {
  const elapsedMs = at - year.startAt;
  const i = opensUpTo(year, elapsedMs / 1000) - 1;
  if (i < 0) return 0;
  return year.before[i]! * 1000 + Math.min(elapsedMs, year.closes[i]! * 1000) - year.opens[i]! * 1000;
}

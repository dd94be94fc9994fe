import type { Calendar } from '../calendar/calendar.js';
import { type Deadline, openMsBetween } from '../calendar/open-time.js';
import { openPeriods } from '../calendar/periods.js';
import { type Step, step } from '../foundation/explanation.js';
import { clip, type Interval, subtract } from '../foundation/interval.js';
import { DAY_MS, formatDate } from '../foundation/local-date.js';
import { wallOfInstant } from '../foundation/zone.js';
import type { KnownClock } from './clock-judgement.js';

/** Steps tell this many pauses, changes, segments or holidays at most, and say how many there were. */
export const MOST_TOLD = 20;

/** A deadline as steps tell it, which are plain JSON: null when it never comes. */
export function toldDeadline({ near, far }: Deadline): Readonly<Record<keyof Deadline, number | null>> {
  return { near: toldInstant(near), far: toldInstant(far) };
}

export const toldInstant = (at: number): number | null => (at === Infinity ? null : at);

/** A target as steps tell it: in running time or in working days. */
export type ToldTarget = Readonly<Record<string, number | boolean>>;

/** Where the clock began and what held it until the end. */
export function startSteps({ calendar, startAt, pauses, endAt }: KnownClock, target: ToldTarget): Step[] {
  const { zone, alwaysOpen } = calendar;
  return [
    step('clock.start', { zone, alwaysOpen, ...target }, startAt),
    ...pauseSteps(calendar, clip(pauses, { from: startAt, to: endAt })),
  ];
}

/** A step for each pause, with its open time; one more for those beyond the first. */
function pauseSteps(calendar: Calendar, pauses: readonly Interval[]): Step[] {
  const openMs = ({ from, to }: Interval) => openMsBetween(calendar, from, to);
  const steps = pauses.slice(0, MOST_TOLD).map((pause) => step('clock.pause', { ...pause }, openMs(pause)));
  const untold = pauses.slice(MOST_TOLD);
  if (untold.length === 0) return steps;
  const untoldMs = untold.reduce((sum, pause) => sum + openMs(pause), 0);
  return [...steps, step('clock.furtherPauses', { pauses: untold.length }, untoldMs)];
}

/** The stretches of running time that use up the target (of one that is never due, until the end), and the holidays. */
export function segmentStep({ calendar, startAt, pauses, endAt }: KnownClock, { near }: Deadline): Step {
  const to = near === Infinity ? endAt : near;
  const segments = subtract(openPeriods(calendar, { from: startAt, to }), pauses);
  const holidays = holidaysBetween(calendar, startAt, to);
  return step(
    'clock.segments',
    { from: startAt, to, segments: segments.length, holidays: holidays.slice(0, MOST_TOLD) },
    segments.slice(0, MOST_TOLD).map((segment) => ({ ...segment })),
  );
}

/** Local dates, from that of one instant to that of the other, that are closed only because they are holidays. */
function holidaysBetween(calendar: Calendar, from: number, to: number): string[] {
  const first = localDay(calendar, from);
  const days = Array.from({ length: localDay(calendar, to) - first + 1 }, (_, i) => first + i);
  return days.filter((day) => calendar.closedByHoliday(day)).map(formatDate);
}

const localDay = ({ zone }: Calendar, at: number): number => Math.floor(wallOfInstant(zone, at) / DAY_MS);

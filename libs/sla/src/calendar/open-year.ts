import { clip, type Interval, subtract, unite } from '../foundation/interval.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall } from '../foundation/zone.js';
import { openingsOn, type Timetable } from './timetable.js';
import type { WallMinutes } from './wall-minutes.js';

/**
 * The open time of one UTC year, ready to be searched. Seconds are exact, because wall times are minutes and zone
 * offsets are whole seconds; they keep a calendar-year of two shifts a day near 8 KB.
 */
export interface OpenYear {
  readonly startAt: number;
  readonly openMs: number;
  /** Seconds since `startAt`, disjoint and in order. */
  readonly opens: Uint32Array;
  readonly closes: Uint32Array;
  /** Open seconds of the year before each interval. */
  readonly before: Uint32Array;
  /** How many intervals open before each day of the year, so that a search begins near its end. */
  readonly beforeDay: Uint32Array;
}

/** The intervals of a year in the terms of the search. They are disjoint, in order, and lie within the year. */
export function packYear(year: number, intervals: readonly Interval[]): OpenYear {
  const startAt = Date.UTC(year, 0, 1);
  const opens = Uint32Array.from(intervals, ({ from }) => (from - startAt) / 1000);
  const closes = Uint32Array.from(intervals, ({ to }) => (to - startAt) / 1000);
  const before = new Uint32Array(intervals.length);
  let openSeconds = 0;
  for (let i = 0; i < before.length; i += 1) {
    before[i] = openSeconds;
    openSeconds += closes[i]! - opens[i]!;
  }
  return { startAt, openMs: openSeconds * 1000, opens, closes, before, beforeDay: countByDay(opens) };
}

/** The intervals of a compiled year. */
export function intervalsOf({ startAt, opens, closes }: OpenYear): Interval[] {
  return Array.from(opens, (from, i) => ({ from: startAt + from * 1000, to: startAt + closes[i]! * 1000 }));
}

const DAY_SECONDS = DAY_MS / 1000;
/** The days of a leap year, and the end of the last. */
const DAY_EDGES = 367;

function countByDay(opens: Uint32Array): Uint32Array {
  const beforeDay = new Uint32Array(DAY_EDGES);
  let begun = 0;
  for (let day = 0; day < DAY_EDGES; day += 1) {
    while (begun < opens.length && opens[begun]! < day * DAY_SECONDS) begun += 1;
    beforeDay[day] = begun;
  }
  return beforeDay;
}

/** Puts every date that can reach into the year onto the time line. */
export function openIntervalsOfYear(timetable: Timetable, year: number): Interval[] {
  const bounds = { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) };
  const firstDay = bounds.from / DAY_MS - 2;
  const lastDay = bounds.to / DAY_MS + 1;
  const open: Interval[] = [];
  const breaks: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const minutes of openingsOn(timetable, day)) open.push(onTimeLine(timetable.zone, day, minutes));
    for (const minutes of timetable.breaks.get(day) ?? []) breaks.push(onTimeLine(timetable.zone, day, minutes));
  }
  return clip(subtract(unite(open), unite(breaks)), bounds);
}

/** The instants of what is written for a date; empty when a change of the clock skips it. */
export function onTimeLine(zone: string, day: number, { opens, closes }: WallMinutes): Interval {
  return {
    from: instantOfWall(zone, day * DAY_MS + opens * 60_000),
    to: instantOfWall(zone, day * DAY_MS + closes * 60_000),
  };
}

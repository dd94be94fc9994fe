import {
  type Calendar,
  type ExcludedTime,
  type GapPolicy,
  type Interval,
  openPeriods,
  openTimeBetween,
} from '@accord/sla';
import { addDays, dayIn } from '../agreements/local-day.js';
import { coveredMs } from './covered-time.js';

/** A local day of a period, as far as it was judged. */
export interface Day {
  readonly date: string;
  readonly downMs: number;
  /** Service hours. */
  readonly openMs: number;
  /** Of the service hours, what the figure is a share of; the days of a period add up to its denominator. */
  readonly countedMs: number;
  /** Something is known of its open time. */
  readonly hasData: boolean;
}

/** What of the service hours is not simply up or down, and what the contract makes of it. */
export interface UncountedTime {
  /** Maintenance and exclusions. */
  readonly takenOut: readonly Interval[];
  readonly excludedTime: ExcludedTime;
  /** Time of which nothing is known. */
  readonly unknown: readonly Interval[];
  readonly gaps: GapPolicy;
}

/**
 * The days of a period for an availability strip.
 *
 * @param burndown What was used of the budget at each local midnight and at the end of what was judged.
 */
export function daysOf(
  calendar: Calendar,
  timeZone: string,
  burndown: readonly { readonly at: number; readonly used: number }[],
  { takenOut, excludedTime, unknown, gaps }: UncountedTime,
): Day[] {
  if (burndown.length === 0) return [];
  const first = dayIn(timeZone, new Date(burndown[0]!.at));
  return burndown.slice(1).map(({ at, used }, i) => {
    const day = { from: burndown[i]!.at, to: at };
    const openMs = openTimeBetween(calendar, day.from, day.to);
    const takenOutMs = openMsIn(calendar, day, takenOut);
    const unknownMs = openMsIn(calendar, day, [...takenOut, ...unknown]) - takenOutMs;
    return {
      date: addDays(first, i),
      downMs: Math.round(used - burndown[i]!.used),
      openMs,
      countedMs: openMs - (excludedTime === 'removed' ? takenOutMs : 0) - (gaps === 'ignore' ? unknownMs : 0),
      hasData: openMs > 0 && openMsIn(calendar, day, unknown) < openMs,
    };
  });
}

/** Open time of the day that the stretches cover, each instant once. */
function openMsIn(calendar: Calendar, day: Interval, stretches: readonly Interval[]): number {
  const within = stretches.filter(({ from, to }) => from < day.to && to > day.from);
  if (within.length === 0) return 0;
  return openPeriods(calendar, day).reduce((sum, hours) => sum + coveredMs(hours, within), 0);
}

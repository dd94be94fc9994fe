import { type Calendar, type Interval, openPeriods } from '@accord/sla';
import { coveredMs } from './covered-time.js';

/** An outage of a commitment, as its result counts it. */
export interface CountedOutage extends Interval {
  /** Of it, what counts: inside the service hours, and neither excluded nor planned. */
  readonly countedMs: number;
}

/**
 * How much of the counted downtime lies in outages of something else, minute by minute. Only service hours are shared;
 * what an outage does not count for is never shared.
 *
 * @param calendar Of the counted outages.
 * @returns Whole milliseconds.
 */
export function sharedDowntimeMs(
  counted: readonly CountedOutage[],
  others: readonly Interval[],
  calendar: Calendar,
): number {
  return counted.reduce((sum, { from, to, countedMs }) => {
    const open = openPeriods(calendar, { from, to });
    const shared = open.reduce((all, hours) => all + coveredMs(hours, others), 0);
    return sum + Math.min(countedMs, shared);
  }, 0);
}

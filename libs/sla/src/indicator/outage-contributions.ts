import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { clip, type Interval, subtract } from '../foundation/interval.js';
import type { Closed } from './closed-outage.js';
import type { OutageContribution } from './measured.js';
import { openMsOf } from './open-sum.js';

/**
 * What each outage did to the downtime of a range; they add up to it. Walks the outages once, in order of their start:
 * each answers for the time that no earlier one covers.
 *
 * @param outages In order of their start.
 * @param longEnough The united outages that count, disjoint and in order.
 * @param excluded Time taken out, disjoint and in order, within the range.
 */
export function outageContributions(
  calendar: Calendar,
  range: Interval,
  outages: readonly Closed[],
  longEnough: readonly Interval[],
  excluded: readonly Interval[],
): OutageContribution[] {
  const covers = cursor(longEnough);
  const takenOut = cursor(excluded);
  let coveredTo = range.from;
  return outages
    .filter(({ from, to }) => from < to && to > range.from && from < range.to)
    .map(({ ref, from, to }) => {
      const own = { from: Math.max(from, coveredTo), to: Math.min(to, range.to) };
      const answer = (countedMs: number, notCounted: OutageContribution['notCounted']): OutageContribution => ({
        kind: 'outage',
        ref,
        from,
        to,
        countedMs,
        notCounted,
      });
      if (covers({ from, to }).length === 0) return answer(0, 'tooShort');
      if (own.from >= own.to) return answer(0, 'coveredByAnother');
      coveredTo = own.to;
      const openMs = openMsBetween(calendar, own.from, own.to);
      const countedMs = openMsOf(calendar, subtract([own], clip(takenOut(own), own)));
      if (countedMs > 0) return answer(countedMs, null);
      return answer(0, openMs > 0 ? 'excluded' : 'outsideCalendar');
    });
}

/** The intervals that share time with one after the other, asked for in order of their start. */
function cursor(intervals: readonly Interval[]): (asked: Interval) => Interval[] {
  let next = 0;
  return ({ from, to }) => {
    while (next < intervals.length && intervals[next]!.to <= from) next += 1;
    let end = next;
    while (end < intervals.length && intervals[end]!.from < to) end += 1;
    return intervals.slice(next, end);
  };
}

import { type Calendar, type Interval, openTimeBetween } from '@accord/sla';
import { addDays, dayIn } from '../agreements/local-day.js';

/** A local day of a period, as far as it was judged. */
export interface Day {
  readonly date: string;
  readonly downMs: number;
  readonly openMs: number;
  /** Something is known of its open time. */
  readonly hasData: boolean;
}

/**
 * The days of a period for an availability strip.
 *
 * @param burndown What was used of the budget at each local midnight and at the end of what was judged.
 * @param gaps Time of which nothing is known, disjoint.
 */
export function daysOf(
  calendar: Calendar,
  timeZone: string,
  burndown: readonly { readonly at: number; readonly used: number }[],
  gaps: readonly Interval[],
): Day[] {
  if (burndown.length === 0) return [];
  const first = dayIn(timeZone, new Date(burndown[0]!.at));
  return burndown.slice(1).map(({ at, used }, i) => {
    const from = burndown[i]!;
    const openMs = openTimeBetween(calendar, from.at, at);
    const unknownMs = gaps.reduce((sum, gap) => sum + openWithin(calendar, gap, { from: from.at, to: at }), 0);
    return {
      date: addDays(first, i),
      downMs: Math.round(used - from.used),
      openMs,
      hasData: openMs > 0 && unknownMs < openMs,
    };
  });
}

function openWithin(calendar: Calendar, gap: Interval, day: Interval): number {
  const from = Math.max(gap.from, day.from);
  const to = Math.min(gap.to, day.to);
  return from < to ? openTimeBetween(calendar, from, to) : 0;
}

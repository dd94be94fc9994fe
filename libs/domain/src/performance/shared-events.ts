import type { Interval } from '@accord/sla';

/** An interval in which events were lost, and how many. */
export interface LostEvents extends Interval {
  readonly lost: number;
}

/** How many of the lost events were lost in intervals that share time with others: which of them, no count can tell. */
export function sharedEvents(lost: readonly LostEvents[], others: readonly Interval[]): number {
  const begun = others.toSorted((a, b) => a.from - b.from);
  let [next, shared, reached] = [0, 0, -Infinity];
  for (const { from, to, lost: count } of lost.toSorted((a, b) => a.to - b.to)) {
    for (; next < begun.length && begun[next]!.from < to; next += 1) reached = Math.max(reached, begun[next]!.to);
    if (reached > from) shared += count;
  }
  return shared;
}

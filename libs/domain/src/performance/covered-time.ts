import type { Interval } from '@accord/sla';

/** How much of an interval the others cover, each instant once. Whole milliseconds. */
export function coveredMs({ from, to }: Interval, others: readonly Interval[]): number {
  const within = others.filter((other) => other.from < to && other.to > from).sort((a, b) => a.from - b.from);
  let [covered, reached] = [0, from];
  for (const other of within) {
    const [begin, end] = [Math.max(other.from, reached), Math.min(other.to, to)];
    if (end <= begin) continue;
    covered += end - begin;
    reached = end;
  }
  return covered;
}

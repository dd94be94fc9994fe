import { assertInstant, assertRecord } from './check.js';
import { InputError } from './input-error.js';

/** A stretch of time, half-open: `from` belongs to it, `to` does not. Both are epoch milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** @throws {InputError} When an end is no instant, or the interval ends before it begins. An empty one is allowed. */
export function assertInterval(path: string, interval: Interval): void {
  assertRecord(path, interval);
  const { from, to } = interval;
  assertInstant(`${path}.from`, from);
  assertInstant(`${path}.to`, to);
  if (to < from) throw new InputError('EMPTY_INTERVAL', `${path}.to`, to, 'must not lie before `from`');
}

/** The same time as disjoint intervals in order; touching ones are joined, empty ones dropped. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const ordered = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const united: { from: number; to: number }[] = [];
  for (const { from, to } of ordered) {
    const last = united.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}

/** The part of the time that lies within the bounds. */
export function clip(intervals: readonly Interval[], bounds: Interval): Interval[] {
  return intervals
    .map(({ from, to }) => ({ from: Math.max(from, bounds.from), to: Math.min(to, bounds.to) }))
    .filter(({ from, to }) => from < to);
}

/** The time of the first list that is not in the second. Both lists are disjoint and in order; so is the answer. */
export function subtract(intervals: readonly Interval[], removed: readonly Interval[]): Interval[] {
  const kept: Interval[] = [];
  let next = 0;
  for (const { from, to } of intervals) {
    while (next < removed.length && removed[next]!.to <= from) next += 1;
    let at = from;
    for (let i = next; i < removed.length && removed[i]!.from < to; i += 1) {
      if (removed[i]!.from > at) kept.push({ from: at, to: removed[i]!.from });
      at = Math.max(at, removed[i]!.to);
    }
    if (at < to) kept.push({ from: at, to });
  }
  return kept;
}

/** The time that lies in both lists. Both are disjoint and in order; so is the answer. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const from = Math.max(left[i]!.from, right[j]!.from);
    const to = Math.min(left[i]!.to, right[j]!.to);
    if (from < to) shared.push({ from, to });
    if (left[i]!.to < right[j]!.to) i += 1;
    else j += 1;
  }
  return shared;
}

import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { assertCount } from '../foundation/check.js';
import { step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { assertInterval, clip, type Interval, subtract, unite } from '../foundation/interval.js';
import type { Count, Stretch } from './evidence.js';
import type { CountContribution, Measured } from './measured.js';
import { openMsOf } from './open-sum.js';

/**
 * Sums the counts that begin from the start of a period until `judgedTo`. A count that lies wholly in time taken out is
 * left out; one that only touches it stays, because it cannot be split, and so does the time that it spans. Coverage is the
 * share of the open time, less what else was taken out, that the counts span.
 *
 * @throws {InputError} When a count is not whole, has more good than all, or an interval is malformed.
 */
export function measureCounts(
  calendar: Calendar,
  period: Interval,
  judgedTo: number,
  counts: readonly Count[],
  takenOut: readonly Stretch[],
): Measured {
  const range = { from: period.from, to: judgedTo };
  const contributions = countContributions(range, counts, takenOut);
  const counted = contributions.filter(({ notCounted }) => notCounted === null);
  const excluded = subtract(clip(unite(takenOut), range), clip(unite(counted), range));
  const good = counted.reduce((sum, count) => sum + count.good, 0);
  const total = counted.reduce((sum, count) => sum + count.total, 0);
  assertCount('counts.total', total);
  const spanned = subtract(clip(unite(counts), range), excluded);
  const touching = takenOut.filter(({ from, to }) => from < range.to && to > range.from).map(({ ref }) => ref);
  const left = counted.filter((count) => count.good < count.total);
  return {
    unit: 'events',
    bad: total - good,
    total,
    periodTotal: total,
    coverage: {
      knownMs: openMsOf(calendar, spanned),
      expectedMs: openMsBetween(calendar, range.from, range.to) - openMsOf(calendar, excluded),
    },
    losses: left.map((count) => ({
      from: count.from,
      to: Math.min(count.to, judgedTo),
      amount: count.total - count.good,
    })),
    contributions,
    steps: [
      step(
        'counts.excluded',
        { takenOut: touching.length },
        intervalsOf(contributions) - intervalsOf(counted),
        touching,
      ),
      step(
        'counts.sum',
        { counts: intervalsOf(counted) },
        { good, total },
        left.map(({ ref }) => ref),
      ),
    ],
  };
}

const intervalsOf = (counts: readonly CountContribution[]): number =>
  counts.reduce((sum, { intervals }) => sum + intervals, 0);

/** The counts that begin in a range, in order, and which of them lie wholly in time taken out. */
export function countContributions(
  range: Interval,
  counts: readonly Count[],
  takenOut: readonly Stretch[],
): CountContribution[] {
  counts.forEach(assertItem);
  const excluded = clip(unite(takenOut), range);
  return counts
    .filter(({ from }) => from >= range.from && from < range.to)
    .sort((a, b) => a.from - b.from)
    .map((count) => contributionOf(count, excluded));
}

function contributionOf(
  { ref, from, to, good, total, intervals = 1 }: Count,
  excluded: readonly Interval[],
): CountContribution {
  // An instant lies in the time that begins with it, and not in the one that ends there.
  const within = excluded.some((part) => part.from <= from && (from < to ? to <= part.to : from < part.to));
  return { kind: 'count', ref, from, to, good, total, intervals, notCounted: within ? 'excluded' : null };
}

function assertItem(count: Count, i: number): void {
  assertInterval(`counts[${i}]`, count);
  assertCount(`counts[${i}].good`, count.good);
  assertCount(`counts[${i}].total`, count.total);
  if (count.intervals !== undefined) assertCount(`counts[${i}].intervals`, count.intervals);
  if (count.good > count.total)
    throw new InputError('OUT_OF_RANGE', `counts[${i}].good`, count.good, 'must not exceed `total`');
}

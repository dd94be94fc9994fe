import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { assertDuration, assertInstant } from '../foundation/check.js';
import { Exact } from '../foundation/decimal.js';
import { step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { clip, type Interval, subtract, unite } from '../foundation/interval.js';
import { type Amount, difference, plain, sum } from './amount.js';
import type { SliceColumns, Stretch } from './evidence.js';
import type { CountContribution, Loss, Measured } from './measured.js';
import { openMsOf } from './open-sum.js';
import { dayRuns, type SliceDay, sliceDays, sliceFrom } from './slice-days.js';

/** What stands in `total` of a slice that was not measured. */
export const NOT_MEASURED = -1;

/** Slices from one index to another, half-open. */
type Run = Interval;

interface Sums {
  readonly good: Amount;
  readonly total: Amount;
  /** Runs of slices that were not measured. */
  readonly missing: readonly Run[];
}

/**
 * Sums slices that begin from the start of a period until `judgedTo`: the columns are walked once, and no object is made
 * for a slice. A slice wholly in time taken out is left out; one that was not measured adds nothing and is missing from
 * the coverage.
 *
 * @param boundaries Where days begin, from the start of the period to `judgedTo`; each day is one contribution.
 * @throws {InputError} When columns differ in length, or a slice is not whole or has more good than all.
 */
export function measureSlices(
  calendar: Calendar,
  columns: SliceColumns,
  boundaries: readonly number[],
  takenOut: readonly Stretch[],
): Measured {
  assertColumns(columns);
  const range = { from: boundaries[0]!, to: boundaries.at(-1)! };
  const excluded = excludedFrom(range, takenOut);
  const days: CountContribution[] = [];
  const losses: Loss[] = [];
  const missing: Interval[] = [];
  let slices = 0;
  let good: Amount = 0;
  let total: Amount = 0;
  for (const { ref, run, from, to } of daysOf(columns, boundaries, excluded)) {
    const sums = smallSums(columns, run) ?? anySums(columns, run);
    const [dayGood, dayTotal] = [Number(sums.good), Number(sums.total)];
    good = sum(good, sums.good);
    total = sum(total, sums.total);
    slices += run.to - run.from;
    for (const gap of sums.missing) missing.push(timeOf(columns, gap));
    days.push({
      kind: 'count',
      ref,
      from,
      to,
      good: dayGood,
      total: dayTotal,
      intervals: run.to - run.from,
      notCounted: null,
    });
    if (dayGood < dayTotal) losses.push({ from, to: Math.min(to, range.to), amount: dayTotal - dayGood });
  }
  const spanned = subtract(clip([timeOf(columns, { from: 0, to: columns.total.length })], range), excluded);
  return {
    unit: 'events',
    bad: difference(total, good),
    total,
    periodTotal: total,
    coverage: {
      knownMs: openMsOf(calendar, subtract(spanned, unite(missing))),
      expectedMs: openMsBetween(calendar, range.from, range.to) - openMsOf(calendar, excluded),
    },
    losses,
    contributions: days,
    steps: [
      step('counts.excluded', { takenOut: excluded.length }, begun(columns, range) - slices, refsOf(takenOut, range)),
      step(
        'counts.sum',
        { counts: slices },
        { good: plain(good), total: plain(total) },
        days.filter((day) => day.good < day.total).map(({ ref }) => ref),
      ),
    ],
  };
}

/** @throws {InputError} When the first slice begins at no instant, or the columns have not one length. */
export function assertColumns({ from, everyMs, good, total }: SliceColumns): void {
  assertColumn('slices.good', good);
  assertColumn('slices.total', total);
  assertInstant('slices.from', from);
  assertDuration('slices.everyMs', everyMs);
  if (everyMs === 0) throw new InputError('OUT_OF_RANGE', 'slices.everyMs', everyMs, 'must be longer than nothing');
  if (good.length === total.length) return;
  throw new InputError(
    'MISMATCH',
    'slices.good.length',
    good.length,
    `must be ${total.length}, the length of \`total\``,
  );
}

function assertColumn(path: string, column: ArrayLike<number>): void {
  if (typeof column === 'object' && column !== null && Number.isSafeInteger(column.length)) return;
  throw new InputError('MALFORMED', path, column, 'must be a list of numbers');
}

function excludedFrom(range: Interval, takenOut: readonly Stretch[]): Interval[] {
  if (takenOut.length === 0) return [];
  return clip(unite(takenOut), range);
}

const refsOf = (takenOut: readonly Stretch[], range: Interval): string[] =>
  takenOut.filter(({ from, to }) => from < range.to && to > range.from).map(({ ref }) => ref);

const timeOf = ({ from, everyMs }: SliceColumns, run: Run): Interval => ({
  from: from + run.from * everyMs,
  to: from + run.to * everyMs,
});

const begun = (columns: SliceColumns, { from, to }: Interval): number =>
  sliceFrom(columns, to) - sliceFrom(columns, from);

function daysOf(
  columns: SliceColumns,
  boundaries: readonly number[],
  excluded: readonly Interval[],
): readonly SliceDay[] {
  const days = sliceDays(columns, boundaries);
  if (excluded.length === 0) return days;
  const left = excluded.map(({ from, to }) => ({
    from: sliceFrom(columns, from),
    to: Math.floor((to - columns.from) / columns.everyMs),
  }));
  const runs = subtract(
    days.map(({ run }) => run),
    left.filter(({ from, to }) => from < to),
  );
  return dayRuns(columns, runs);
}

const NONE: readonly Run[] = [];

/** The sums of slices that are all measured, well formed and below 2³¹, as nearly all are; else null. */
function smallSums({ good: goods, total: totals }: SliceColumns, run: Run): Sums | null {
  let good = 0;
  let total = 0;
  let sign = 0;
  for (let i = run.from; i < run.to; i += 1) {
    const g = goods[i]!;
    const t = totals[i]!;
    // Negative as soon as one of them is: no branch for what hardly ever happens.
    sign |= g | (t - g);
    if ((g | 0) !== g || (t | 0) !== t) sign = -1;
    good += g;
    total += t;
  }
  return sign < 0 || !Number.isSafeInteger(total) ? null : { good, total, missing: NONE };
}

function anySums({ good: goods, total: totals }: SliceColumns, run: Run): Sums {
  const missing: { from: number; to: number }[] = [];
  let good = 0n;
  let total = 0n;
  for (let i = run.from; i < run.to; i += 1) {
    if (totals[i] === NOT_MEASURED) {
      const last = missing.at(-1);
      if (last?.to === i) last.to = i + 1;
      else missing.push({ from: i, to: i + 1 });
    } else {
      assertSlice(goods[i]!, totals[i]!, i);
      good += BigInt(goods[i]!);
      total += BigInt(totals[i]!);
    }
  }
  return { good: amountOf(good), total: amountOf(total), missing };
}

const amountOf = (sum: bigint): Amount => (sum <= Number.MAX_SAFE_INTEGER ? Number(sum) : new Exact(sum.toString()));

/** @throws {InputError} When a slice that was measured is not whole, or has more good than all. */
export function assertSlice(good: number, total: number, i: number): void {
  if (!Number.isSafeInteger(total) || total < 0)
    throw new InputError('OUT_OF_RANGE', `slices.total[${i}]`, total, 'must be a whole number, 0 or more, or -1');
  if (!Number.isSafeInteger(good) || good < 0 || good > total)
    throw new InputError('OUT_OF_RANGE', `slices.good[${i}]`, good, 'must be a whole number, 0 to `total`');
}

import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { Exact, HUNDRED, parsePercent } from '../foundation/decimal.js';
import { step } from '../foundation/explanation.js';
import { clip, type Interval, subtract, unite } from '../foundation/interval.js';
import { type Amount, plain } from './amount.js';
import type { GapPolicy } from './availability-parts.js';
import { countContributions } from './counts.js';
import type { Count, SliceColumns, Stretch } from './evidence.js';
import type { RatioTimeSlicesIndicator, TimeSlicesIndicator } from './indicator.js';
import type { CountContribution, Measured } from './measured.js';
import { openMsOf } from './open-sum.js';
import { type Share, sumOfShares } from './shares.js';
import { assertColumns, assertSlice, NOT_MEASURED } from './slice-columns.js';

interface SliceTerms {
  readonly calendar: Calendar;
  readonly indicator: TimeSlicesIndicator | RatioTimeSlicesIndicator;
  readonly gaps: GapPolicy;
}

/** What one slice is worth: how much of it was bad, null when it does not count. */
type Worth = Share | null;

const GOOD: Share = [0n, 1n];
const BAD: Share = [1n, 1n];

/**
 * Counts slices of time that begin from the start of a period until `judgedTo`, each as much as any other, however many
 * events it has: as good or bad (`timeSlices`), or by its share of bad events (`ratioTimeSlices`).
 *
 * @throws {InputError} When a slice is malformed.
 */
export function measureTimeSlices(
  { calendar, indicator, gaps }: SliceTerms,
  period: Interval,
  judgedTo: number,
  slices: readonly Count[],
  takenOut: readonly Stretch[],
): Measured {
  const range = { from: period.from, to: judgedTo };
  const measured = slices.filter(({ total }) => total !== NOT_MEASURED);
  const contributions = countContributions(range, measured, takenOut);
  const excluded = clip(unite(takenOut), range);
  const counted = contributions.filter(({ notCounted }) => notCounted === null);
  const missing = slices.filter(
    ({ from, to, total }) =>
      total === NOT_MEASURED && from >= range.from && from < range.to && !isWithin({ from, to }, excluded),
  );
  const worthOfMissing = gaps === 'ignore' ? null : gaps === 'good' ? GOOD : BAD;
  const worths = [
    ...counted.map((slice) => ({ ...slice, worth: worthOf(indicator, slice) })),
    ...missing.map((slice) => ({ ...slice, worth: worthOfMissing })),
  ].filter((slice): slice is typeof slice & { worth: Share } => slice.worth !== null);
  const lost = worths.filter(({ worth: [num] }) => num > 0n).sort((a, b) => a.from - b.from);
  const bad = whole(sumOfShares(lost.map(({ worth }) => worth)));
  const total = worths.length;
  const idle = counted.filter((slice) => slice.total === 0).length;
  const spanned = subtract(clip(unite(measured), range), excluded);
  return {
    unit: indicator.kind === 'timeSlices' ? 'slices' : 'share',
    bad,
    total,
    periodTotal: total,
    coverage: {
      knownMs: openMsOf(calendar, spanned),
      expectedMs: openMsBetween(calendar, range.from, range.to) - openMsOf(calendar, excluded),
    },
    losses: lost.map(({ from, to, worth: [num, den] }) => ({
      from,
      to: Math.min(to, judgedTo),
      amount: Number(num) / Number(den),
    })),
    contributions,
    steps: [
      step('slices.excluded', { takenOut: takenOut.length }, contributions.length - counted.length),
      step('slices.idle', { idle, countAs: indicator.idle ?? 'good' }, idle),
      step('slices.missing', { missing: missing.length, countAs: gaps }, missing.length),
      step(
        'slices.sum',
        {
          kind: indicator.kind,
          ...(indicator.kind === 'timeSlices' && { sliceTargetPercent: indicator.sliceTargetPercent }),
        },
        { bad: plain(bad), total },
        lost.map(({ ref }) => ref),
      ),
    ],
  };
}

/** Columns as one slice after the other. @throws {InputError} When they differ in length, or a slice is malformed. */
export function slicesOf(columns: SliceColumns): Count[] {
  assertColumns(columns);
  const { ref = 'slices', from, everyMs, good, total } = columns;
  for (let i = 0; i < total.length; i += 1) if (total[i] !== NOT_MEASURED) assertSlice(good[i]!, total[i]!, i);
  return Array.from(total, (all, i) => ({
    ref: `${ref}[${i}]`,
    from: from + i * everyMs,
    to: from + (i + 1) * everyMs,
    good: good[i]!,
    total: all,
  }));
}

function worthOf(indicator: TimeSlicesIndicator | RatioTimeSlicesIndicator, { good, total }: CountContribution): Worth {
  if (total === 0) return indicator.idle === 'ignore' ? null : indicator.idle === 'bad' ? BAD : GOOD;
  if (indicator.kind === 'ratioTimeSlices') return [BigInt(total - good), BigInt(total)];
  const target = parsePercent('indicator.sliceTargetPercent', indicator.sliceTargetPercent);
  return target.times(total).lte(HUNDRED.times(good)) ? GOOD : BAD;
}

function isWithin({ from, to }: Interval, excluded: readonly Interval[]): boolean {
  return excluded.some((part) => part.from <= from && to <= part.to);
}

const whole = (sum: Exact): Amount => (sum.isInteger() ? sum.toNumber() : sum);

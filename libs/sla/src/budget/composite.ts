import { assertCount, assertList, assertRecord } from '../foundation/check.js';
import { Exact, parseNonNegative, parsePercent, ratioOf } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import { assertFlag, assertRecords } from '../foundation/records.js';
import { parseRatio } from '../foundation/ratio.js';

/** A part of a composite objective and how much of the whole hangs on it. */
export interface WeightedRatio {
  /** The performance of the part, 0 to 1. */
  readonly ratio: string;
  readonly weight: string;
}

/**
 * The performance of a whole: 1 less what each part misses, times its weight.
 *
 * @throws {InputError} When a ratio or a weight is not from 0 to 1.
 */
export function compositeRatio(parts: readonly WeightedRatio[]): string {
  assertRecords('parts', parts);
  const lost = parts.map(({ ratio, weight }, i) =>
    new Exact(1).minus(parseRatio(`parts[${i}].ratio`, ratio)).times(parseRatio(`parts[${i}].weight`, weight)),
  );
  return new Exact(1).minus(Exact.sum(0, ...lost)).toFixed();
}

/** The burn rate of a whole: the weighted sum of those of its parts. */
export function compositeBurnRate(parts: readonly { readonly burnRate: string; readonly weight: string }[]): string {
  assertRecords('parts', parts);
  const rates = parts.map(({ burnRate, weight }, i) =>
    parseNonNegative(`parts[${i}].burnRate`, burnRate).times(parseNonNegative(`parts[${i}].weight`, weight)),
  );
  return Exact.sum(0, ...rates).toFixed();
}

/**
 * Slices of time in which every part was good.
 *
 * @param parts For each part, whether each slice was good; all of one length.
 * @throws {InputError} When the parts have not the same number of slices.
 */
export function compositeSlices(parts: readonly (readonly boolean[])[]): boolean[] {
  assertList('parts', parts);
  const [first = []] = parts;
  parts.forEach((part, i) => {
    assertList(`parts[${i}]`, part);
    part.forEach((good, slice) => assertFlag(`parts[${i}][${slice}]`, good));
    if (part.length !== first.length)
      throw new InputError(
        'MISMATCH',
        `parts[${i}].length`,
        part.length,
        `must be ${first.length}, as of the first part`,
      );
  });
  return first.map((_, slice) => parts.every((part) => part[slice]));
}

/**
 * How many slices at a lower ratio use up the budget of a period whose other slices all have the normal ratio, where
 * the mean of the ratios is promised. Null when the lower ratio is not lower: the budget lasts.
 *
 * @throws {InputError} When a ratio or percentage is malformed.
 */
export function slicesToExhaustion(terms: {
  readonly targetPercent: string;
  readonly slices: number;
  readonly normalRatio: string;
  readonly lowRatio: string;
}): string | null {
  assertRecord('terms', terms);
  assertCount('slices', terms.slices);
  const normal = parseRatio('normalRatio', terms.normalRatio);
  const lost = normal.minus(parseRatio('lowRatio', terms.lowRatio));
  const budget = normal.minus(parsePercent('targetPercent', terms.targetPercent).div(100)).times(terms.slices);
  return lost.gt(0) ? ratioOf(budget, lost) : null;
}

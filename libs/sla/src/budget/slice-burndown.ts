import { assertCount, assertList } from '../foundation/check.js';
import { Exact, HUNDRED, parseDecimal, parsePercent, ratioOf } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';

/**
 * The percentage of a budget that is left after each of a number of equal slices of a period, from the performance of
 * each slice in percent. A slice without a figure burns nothing and stays in the denominator; one above 100, as a slice
 * that did more than was due, gives back.
 *
 * @returns Exact decimals, one for each slice; null for each when the target is 100.
 * @throws {InputError} When the target is out of range, or a figure no decimal.
 */
export function sliceBurndown(
  targetPercent: string,
  slices: number,
  values: readonly (string | null)[],
): (string | null)[] {
  assertCount('slices', slices);
  assertList('values', values);
  const budget = HUNDRED.minus(parsePercent('targetPercent', targetPercent)).times(slices);
  let used = new Exact(0);
  return Array.from({ length: slices }, (_, i) => {
    const value = values[i] ?? null;
    if (value !== null) used = used.plus(HUNDRED.minus(parseDecimal(`values[${i}]`, value)));
    return ratioOf(budget.minus(used).times(HUNDRED), budget);
  });
}

/** The percentage that would be left after a slice, counted from 0, if the budget were spent evenly. */
export function evenBurndownPercent(slices: number, index: number): string {
  assertCount('slices', slices);
  assertCount('index', index);
  if (index >= slices) throw new InputError('OUT_OF_RANGE', 'index', index, `must be below ${slices}, the slices`);
  return ratioOf(HUNDRED.times(slices - 1 - index), slices)!;
}

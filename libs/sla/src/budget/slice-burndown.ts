import { assertCount } from '../foundation/check.js';
import { Exact, HUNDRED, parsePercent, ratioOf } from '../foundation/decimal.js';

/**
 * The percentage of a budget that is left after each of a number of equal slices of a period, from the performance of
 * each slice in percent. A slice without a figure burns nothing and stays in the denominator.
 *
 * @returns Exact decimals, one for each slice; null for each when the target is 100.
 * @throws {InputError} When a percentage is out of range.
 */
export function sliceBurndown(
  targetPercent: string,
  slices: number,
  values: readonly (string | null)[],
): (string | null)[] {
  assertCount('slices', slices);
  const budget = HUNDRED.minus(parsePercent('targetPercent', targetPercent)).times(slices);
  let used = new Exact(0);
  return Array.from({ length: slices }, (_, i) => {
    const value = values[i] ?? null;
    if (value !== null) used = used.plus(HUNDRED.minus(parsePercent(`values[${i}]`, value)));
    return ratioOf(budget.minus(used).times(HUNDRED), budget);
  });
}

/** The percentage that would be left after a slice, counted from 0, if the budget were spent evenly. */
export function evenBurndownPercent(slices: number, index: number): string | null {
  assertCount('index', index);
  return ratioOf(HUNDRED.times(slices - 1 - index), slices);
}

import { assertFinite, assertList } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { upperTail } from './normal.js';

/** Whether a series rises or falls, without asking how its values are distributed. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Of s, were the values independent; ties are allowed for. */
  readonly variance: number;
  /** By how much autocorrelation widens the variance; 1 where there is none. */
  readonly correction: number;
  /** Continuity-corrected; 0 when s is. */
  readonly z: number;
  /** How likely a series without a trend rises so much, or more. */
  readonly pRising: number;
  /** How likely a series without a trend falls so much, or more. */
  readonly pFalling: number;
}

/** Fewer values say nothing: below ten the normal approximation of s does not hold (Mann 1945; Kendall 1975). */
export const LEAST_VALUES = 10;

/**
 * The Mann–Kendall test of values at even steps (Mann, "Nonparametric tests against trend", Econometrica 13, 1945;
 * Kendall, "Rank correlation methods", 1975), its variance widened where each value keeps something of the last one, by
 * the effective number of independent values (Yue and Wang, "The Mann–Kendall test modified by effective sample size",
 * Water Resources Management 18, 2004): from the lag-one autocorrelation of the series without its trend, and that freed
 * of the bias that taking a trend out of few values gives it (van Giersbergen, Economics Letters 89, 2005). The variance
 * is never made smaller.
 *
 * @param slope Of the trend that is taken out before autocorrelation is looked at, per step; Theil–Sen.
 * @throws {InputError} When there are fewer than {@link LEAST_VALUES} values, or one is no number.
 */
export function mannKendall(values: readonly number[], slope: number): MannKendall {
  assertEnough(values);
  const n = values.length;
  const s = concordance(values);
  const variance = (n * (n - 1) * (2 * n + 5) - tiesOf(values)) / 18;
  const correction = widening(values.map((value, i) => value - slope * i));
  const deviation = Math.sqrt(variance * correction);
  const z = deviation === 0 ? 0 : (s - Math.sign(s)) / deviation;
  return { s, variance, correction, z, pRising: upperTail(z), pFalling: upperTail(-z) };
}

/** @throws {InputError} When there are fewer than {@link LEAST_VALUES} values, or one is no number. */
export function assertEnough(values: readonly number[]): void {
  assertList('values', values);
  values.forEach((value, i) => assertFinite(`values[${i}]`, value));
  const { length } = values;
  if (length < LEAST_VALUES)
    throw new InputError('OUT_OF_RANGE', 'values', length, `must be ${LEAST_VALUES} values at least`);
}

function concordance(values: readonly number[]): number {
  let s = 0;
  for (let i = 0; i < values.length; i += 1)
    for (let j = i + 1; j < values.length; j += 1) s += Math.sign(values[j]! - values[i]!);
  return s;
}

function tiesOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
}

/** More than this would leave next to nothing of any series. */
const MOST_MEMORY = 0.9;

/** n ÷ n*: how many values say as much as one independent one. */
function widening(detrended: readonly number[]): number {
  const n = detrended.length;
  const memory = memoryOf(detrended);
  let widened = 1;
  for (let lag = 1; lag < n; lag += 1) widened += 2 * (1 - lag / n) * memory ** lag;
  return widened;
}

/** How much of a value the next one keeps, 0 to 0.9. */
function memoryOf(detrended: readonly number[]): number {
  const n = detrended.length;
  const mean = detrended.reduce((sum, value) => sum + value, 0) / n;
  const apart = detrended.map((value) => value - mean);
  const total = apart.reduce((sum, value) => sum + value * value, 0);
  if (total <= Number.EPSILON * n * mean * mean) return 0;
  const shared = apart.reduce((sum, value, i) => sum + value * (apart[i + 1] ?? 0), 0);
  const unbiased = (n * (shared / total) + 2) / (n - 4);
  return Math.min(MOST_MEMORY, Math.max(0, unbiased));
}

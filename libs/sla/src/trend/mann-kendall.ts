import { assertList } from '../foundation/check.js';
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
 * Kendall, "Rank correlation methods", 1975), its variance corrected for autocorrelation after Hamed and Rao ("A modified
 * Mann–Kendall trend test for autocorrelated data", Journal of Hydrology 204, 1998): by the significant autocorrelations
 * of the ranks of the series without its trend. A negative autocorrelation is not taken for certainty: the variance is
 * never made smaller.
 *
 * @param slope Of the trend that is taken out before autocorrelation is looked at, per step; Theil–Sen.
 * @throws {InputError} When there are fewer than {@link LEAST_VALUES} values, or one is no number.
 */
export function mannKendall(values: readonly number[], slope: number): MannKendall {
  assertList('values', values);
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new InputError('MALFORMED', `values[${i}]`, value, 'must be a finite number');
  });
  const n = values.length;
  if (n < LEAST_VALUES) throw new InputError('OUT_OF_RANGE', 'values', n, `must be ${LEAST_VALUES} values at least`);
  const s = concordance(values);
  const variance = (n * (n - 1) * (2 * n + 5) - tiesOf(values)) / 18;
  const correction = widening(values.map((value, i) => value - slope * i));
  const deviation = Math.sqrt(variance * correction);
  const z = deviation === 0 ? 0 : (s - Math.sign(s)) / deviation;
  return { s, variance, correction, z, pRising: upperTail(z), pFalling: upperTail(-z) };
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

/** n / n* of Hamed and Rao, over the lags whose autocorrelation differs from none at 5 %. */
function widening(detrended: readonly number[]): number {
  const n = detrended.length;
  const ranks = ranksOf(detrended);
  const mean = (n + 1) / 2;
  const total = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  if (total === 0) return 1;
  let sum = 0;
  for (let lag = 1; lag < n - 2; lag += 1) {
    let shared = 0;
    for (let i = 0; i + lag < n; i += 1) shared += (ranks[i]! - mean) * (ranks[i + lag]! - mean);
    const correlation = shared / total;
    if (Math.abs(correlation) <= 1.959964 / Math.sqrt(n)) continue;
    sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  return Math.max(1, 1 + (2 * sum) / (n * (n - 1) * (n - 2)));
}

/** Equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && order[end]!.value === order[start]!.value) end += 1;
    for (let k = start; k < end; k += 1) ranks[order[k]!.i] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

import { normalQuantile } from './normal.js';

/** A straight line through a series that a few wild values do not bend. */
export interface TheilSen {
  /** Per step. */
  readonly slope: number;
  /** At step 0. */
  readonly intercept: number;
  /** Bounds of the slope. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The median of the slopes of all pairs (Theil 1950; Sen, "Estimates of the regression coefficient based on Kendall's
 * tau", Journal of the American Statistical Association 63, 1968), its bounds by the ranks that the variance of s leaves
 * (Gilbert, "Statistical methods for environmental pollution monitoring", 1987, section 16.5.2), and the median of what is
 * left as intercept (Conover 1980).
 *
 * @param values At even steps, two at least.
 * @param deviation Standard deviation of the Mann–Kendall s, corrected for autocorrelation; null = no bounds are needed.
 * @param confidence 0 to 1: how surely the slope lies within the bounds.
 */
export function theilSen(values: readonly number[], deviation: number | null, confidence: number): TheilSen {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i += 1)
    for (let j = i + 1; j < values.length; j += 1) slopes.push((values[j]! - values[i]!) / (j - i));
  slopes.sort((a, b) => a - b);
  const slope = medianOf(slopes);
  const intercept = medianOf(values.map((value, i) => value - slope * i).sort((a, b) => a - b));
  const reach = deviation === null ? 0 : normalQuantile((1 - confidence) / 2) * deviation;
  const at = (rank: number) => slopes[Math.min(Math.max(rank, 0), slopes.length - 1)]!;
  const lower = at(Math.floor((slopes.length - reach) / 2) - 1);
  const upper = at(Math.ceil((slopes.length + reach) / 2));
  return { slope, intercept, lower, upper };
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

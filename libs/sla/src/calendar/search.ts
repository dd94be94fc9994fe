import { FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';
import type { OpenYear } from './open-year.js';

const DAY_SECONDS = 86_400;
/** How many years can be asked about. */
export const YEARS = LAST_YEAR - FIRST_YEAR + 1;

const YEAR_STARTS = Float64Array.from({ length: YEARS + 1 }, (_, i) => Date.UTC(FIRST_YEAR + i, 0, 1));
const MEAN_YEAR_MS = 31_556_952_000;

/** Which year, counted from 1900, an instant lies in. */
export function yearIndexOf(at: number): number {
  const guess = Math.floor((at - YEAR_STARTS[0]!) / MEAN_YEAR_MS);
  if (at < YEAR_STARTS[guess]!) return guess - 1;
  return at >= YEAR_STARTS[guess + 1]! ? guess + 1 : guess;
}

/** How many of the ordered values are at most the limit; between `low` and `high` when that is known already. */
export function countUpTo(ordered: Uint32Array, limit: number, low = 0, high = ordered.length): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ordered[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many intervals of the year open at or before a second of it. */
export function opensUpTo({ opens, beforeDay }: OpenYear, second: number): number {
  const day = Math.floor(second / DAY_SECONDS);
  return day < 0 ? 0 : countUpTo(opens, second, beforeDay[day]!, beforeDay[day + 1]!);
}

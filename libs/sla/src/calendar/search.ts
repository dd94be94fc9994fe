import { FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';

const YEAR_STARTS = Float64Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, i) => Date.UTC(FIRST_YEAR + i, 0, 1));
const MEAN_YEAR_MS = 31_556_952_000;

/** Which year, counted from 1900, an instant lies in. */
export function yearIndexOf(at: number): number {
  const guess = Math.floor((at - YEAR_STARTS[0]!) / MEAN_YEAR_MS);
  if (at < YEAR_STARTS[guess]!) return guess - 1;
  return at >= YEAR_STARTS[guess + 1]! ? guess + 1 : guess;
}

/** How many of the ordered values are at most the limit. */
export function countUpTo(ordered: Uint32Array, limit: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ordered[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const FIRST_MS = 30_000;
const LONGEST_MS = 3_600_000;

/**
 * How long to wait after a failure: half a minute, twice as long each time, an hour at most; shortened by chance to
 * between half of it and all of it, so that what failed together does not come back together.
 *
 * @param attempt The one that failed; 1 is the first.
 */
export function backOffMs(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));
  return Math.round(longest * (0.5 + 0.5 * random()));
}

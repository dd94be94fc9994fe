/** A quarter, and the hour that a zone may add to it: what was counted for longer has a wrong year. */
const LONGEST_MS = 92 * 86_400_000 + 3_600_000;

/**
 * Why nothing is counted from one instant to the other (epoch milliseconds), to be said of the end; null = it can be. What
 * is recorded keeps its time, so that one interval of years would keep every other one of them out.
 */
export function intervalFault(from: number, to: number): string | null {
  if (to <= from) return 'is not after its beginning';
  return to - from > LONGEST_MS ? 'is more than a quarter after its beginning; look at the year' : null;
}

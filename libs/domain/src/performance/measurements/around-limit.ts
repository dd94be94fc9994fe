/** The bounds of a histogram next to a limit that is none of them; null = there is none on that side. */
export interface AroundLimit {
  readonly below: number | null;
  readonly above: number | null;
}

/** A bound so little above the limit cannot be told from it by the buckets in which values are kept. */
const TOLD_APART = 1.03;

/**
 * Between which bounds a limit lies that is none of them: nobody knows which values between kept it, and all of them
 * count as above it, like everything above the last bound.
 *
 * @param bounds The lowest first.
 * @returns null where the limit is a bound, as near as it is told.
 */
export function aroundLimit(bounds: readonly number[], limit: number): AroundLimit | null {
  if (bounds.some((bound) => bound >= limit && bound <= limit * TOLD_APART)) return null;
  return {
    below: bounds.findLast((bound) => bound < limit) ?? null,
    above: bounds.find((bound) => bound > limit) ?? null,
  };
}

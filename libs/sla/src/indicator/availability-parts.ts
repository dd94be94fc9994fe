/** Whether time taken out leaves the denominator, or stays in it as time in which the service was up. */
export type ExcludedTime = 'removed' | 'countsAsUp';

/** What time without data counts as: left out of the figure, up, or down. */
export type GapPolicy = 'ignore' | 'good' | 'bad';

/** The parts of a range, in open milliseconds. */
export interface AvailabilityParts {
  readonly windowMs: number;
  /** Maintenance and exclusions, united. */
  readonly excludedMs: number;
  /** Outages outside of those. */
  readonly downMs: number;
  /** Gaps outside of both. */
  readonly unknownMs: number;
}

/**
 * Good and total time of the parts: excluded time leaves the total or stays in it as up, unknown time leaves it or
 * counts as up or down.
 */
export function availabilityOf(parts: AvailabilityParts, excludedTime: ExcludedTime, gaps: GapPolicy) {
  const { windowMs, excludedMs, downMs, unknownMs } = parts;
  const promisedMs = excludedTime === 'removed' ? windowMs - excludedMs : windowMs;
  const totalMs = gaps === 'ignore' ? promisedMs - unknownMs : promisedMs;
  const badMs = gaps === 'bad' ? downMs + unknownMs : downMs;
  return { goodMs: totalMs - badMs, badMs, totalMs };
}

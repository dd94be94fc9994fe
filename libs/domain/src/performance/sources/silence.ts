/** What decides when a source is silent; durations in milliseconds. */
export interface Heard {
  /** The newest instant measured; null before the first. */
  readonly lastSeenAt: Date | null;
  /** How long it may be quiet, as its owner says; 0 = for ever, null = by its rhythm. */
  readonly quietMs: number | null;
  /** How often it is asked, of the pull that is asked most often; null where it is not. */
  readonly pulledEveryMs: number | null;
  /** The usual distance of its measurements; null where there is none. */
  readonly rhythmMs: number | null;
}

/** So many usual distances without anything are silence. */
const SILENT_AFTER = 3;
const LEAST_MS = 5 * 60_000;

/**
 * How long a source may be quiet before it is silent: what its owner says, else three of its usual distances, and no
 * less than three of the intervals in which it is asked, nor than five minutes.
 *
 * @returns null where it may be quiet for ever: its owner says so, or it has no rhythm.
 */
export function quietLimitMs({ quietMs, pulledEveryMs, rhythmMs }: Omit<Heard, 'lastSeenAt'>): number | null {
  if (quietMs !== null) return quietMs === 0 ? null : quietMs;
  const usual = Math.max(pulledEveryMs ?? 0, rhythmMs ?? 0);
  return usual === 0 ? null : Math.max(LEAST_MS, SILENT_AFTER * usual);
}

/** Whether nothing came for longer than it may. What was never heard is awaited, not silent. */
export function isSilent({ lastSeenAt, ...heard }: Heard, at: Date): boolean {
  const limit = quietLimitMs(heard);
  return lastSeenAt !== null && limit !== null && at.getTime() - lastSeenAt.getTime() > limit;
}

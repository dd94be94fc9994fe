const HOUR_MS = 3_600_000;

/** Without a request for so long, a session ends. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;

/** However busy, a session ends so long after sign-in. */
export const SESSION_LONGEST_MS = 7 * 24 * HOUR_MS;

/** How exact `lastSeenAt` is: it is written at most so often. */
export const SESSION_SEEN_EVERY_MS = 60_000;

/** Whether `lastSeenAt` is old enough to be written again. */
export function isSeenAgain(lastSeenAt: Date, at: Date): boolean {
  return at.getTime() - lastSeenAt.getTime() >= SESSION_SEEN_EVERY_MS;
}

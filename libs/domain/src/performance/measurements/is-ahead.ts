/** So far clocks may differ. */
const TOLERATED_MS = 60_000;

/** Whether an instant lies in the future, more than clocks may differ. All are epoch milliseconds. */
export const isAhead = (at: number, now: number): boolean => at > now + TOLERATED_MS;

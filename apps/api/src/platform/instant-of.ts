/** Epoch milliseconds as an instant; null for one that never comes, such as a due date after the end of a calendar. */
export const instantOf = (ms: number): Date | null => (Number.isFinite(ms) ? new Date(ms) : null);

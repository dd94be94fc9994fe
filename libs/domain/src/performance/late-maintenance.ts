/** Half-open, in epoch milliseconds. */
interface Time {
  readonly from: number;
  readonly to: number;
}

/** Maintenance, and when people were told of it. */
export interface AnnouncedMaintenance extends Time {
  readonly ref: string;
  readonly announcedAt: number;
}

/**
 * Maintenance as it is taken out of what was promised: less the time of outages that ran already when it was announced,
 * which it does not excuse.
 *
 * @param outages In any order; an open one has no end.
 *
 * @example
 * const work = { ref: 'maintenance:1', announcedAt: 5, from: 10, to: 30 };
 * excusedTime(work, [{ from: 0, to: 20 }]); // [{ ref: 'maintenance:1', from: 20, to: 30 }]
 * excusedTime(work, [{ from: 12, to: 20 }]); // [{ ref: 'maintenance:1', from: 10, to: 30 }]
 */
export function excusedTime(
  { ref, announcedAt, from, to }: AnnouncedMaintenance,
  outages: readonly { readonly from: number; readonly to: number | null }[],
): (Time & { readonly ref: string })[] {
  // All that ran at one instant: together they last until the last of them ends.
  const running = outages.filter(
    (outage) => outage.from < announcedAt && (outage.to === null || outage.to > announcedAt),
  );
  const since = running.reduce((end, outage) => Math.max(end, outage.to ?? to), from);
  return since < to ? [{ ref, from: since, to }] : [];
}

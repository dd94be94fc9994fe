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

/** An open one has no end. */
type Outage = Omit<Time, 'to'> & { readonly to: number | null };

/**
 * Maintenance as it is taken out of what was promised: less the time of an outage that ran already when it was
 * announced, which it does not excuse. Where one outage ends and another begins, they are one.
 *
 * @param outages In any order.
 *
 * @example
 * const work = { ref: 'maintenance:1', announcedAt: 5, from: 10, to: 30 };
 * excusedTime(work, [{ from: 0, to: 20 }]); // [{ ref: 'maintenance:1', from: 20, to: 30 }]
 * excusedTime(work, [{ from: 12, to: 20 }]); // [{ ref: 'maintenance:1', from: 10, to: 30 }]
 */
export function excusedTime(
  { ref, announcedAt, from, to }: AnnouncedMaintenance,
  outages: readonly Outage[],
): (Time & { readonly ref: string })[] {
  const running = joined(outages).find((outage) => outage.from < announcedAt && outage.to > announcedAt);
  const since = Math.max(from, running?.to ?? from);
  return since < to ? [{ ref, from: since, to }] : [];
}

function joined(outages: readonly Outage[]): Time[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of outages.toSorted((one, other) => one.from - other.from)) {
    const end = to ?? Infinity;
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, end);
    else whole.push({ from, to: end });
  }
  return whole;
}

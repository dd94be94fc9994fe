/** Time in which a side says that something was wrong. Instants are epoch milliseconds. */
export interface StatedIncident {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** What of it counts; the whole of it unless the side counts less. */
  readonly countedMs: number;
}

/** An incident as both sides tell it; one side is null where it knows of none. */
export interface ComparedIncident {
  readonly ours: StatedIncident | null;
  readonly theirs: StatedIncident | null;
  /** Theirs less ours, in milliseconds. */
  readonly differenceMs: number;
}

/**
 * Incidents of two sides beside each other: those that overlap most are the same one, each at most once. In the order of
 * time.
 *
 * @example
 * compareIncidents([{ label: 'a', from: 0, to: 60, countedMs: 60 }], []); // [{ ours: …, theirs: null, differenceMs: -60 }]
 */
export function compareIncidents(
  ours: readonly StatedIncident[],
  theirs: readonly StatedIncident[],
): ComparedIncident[] {
  const pairs = ours
    .flatMap((mine) => theirs.map((other) => ({ mine, other, overlap: overlapOf(mine, other) })))
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => b.overlap - a.overlap || a.mine.from - b.mine.from);
  const matched = new Map<StatedIncident, StatedIncident>();
  const taken = new Set<StatedIncident>();
  for (const { mine, other } of pairs) {
    if (matched.has(mine) || taken.has(other)) continue;
    matched.set(mine, other);
    taken.add(other);
  }
  return [
    ...ours.map((mine) => compared(mine, matched.get(mine) ?? null)),
    ...theirs.filter((other) => !taken.has(other)).map((other) => compared(null, other)),
  ].sort((a, b) => begin(a) - begin(b));
}

const overlapOf = (a: StatedIncident, b: StatedIncident) => Math.min(a.to, b.to) - Math.max(a.from, b.from);

const begin = ({ ours, theirs }: ComparedIncident) => (ours ?? theirs)!.from;

function compared(ours: StatedIncident | null, theirs: StatedIncident | null): ComparedIncident {
  return { ours, theirs, differenceMs: (theirs?.countedMs ?? 0) - (ours?.countedMs ?? 0) };
}

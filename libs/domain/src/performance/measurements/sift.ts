/**
 * What was measured: events counted over an interval, the values seen in one, or whether a probe found the service up at
 * an instant.
 */
export interface Measured {
  /** Epoch milliseconds: where the interval begins, or the instant. */
  readonly at: number;
  /** Where the interval ends; null for an instant. */
  readonly to: number | null;
  readonly good: number | null;
  /** Of values, how many there were. */
  readonly total: number | null;
  readonly up: boolean | null;
  /** Of values: [bucket, how many], as libs/sla sketches them; those in none of them are 0. */
  readonly sketch?: readonly (readonly [bucket: number, count: number])[] | null;
  /** Of a histogram: its bounds, the lowest first; nothing else has any. */
  readonly bounds?: readonly number[] | undefined;
}

/** What becomes of a row, beside what the ledger has of its series. */
export type Sifted<Known extends Measured> =
  | { readonly kind: 'new' }
  /** It is there, just so. */
  | { readonly kind: 'duplicate'; readonly known: Known | null }
  /** Something else is there under the same instant; `known: null` = a row further up says something about it too. */
  | { readonly kind: 'differs'; readonly known: Known | null }
  /** It shares time with another interval, and would be counted twice in part. */
  | { readonly kind: 'overlaps'; readonly other: Measured };

/**
 * Tells what is new among rows of one series, in the order in which they stand.
 *
 * @param known What is recorded of the series around the rows, newest revisions only, in order of time: everything that
 *   begins within the time of the rows, and the last interval that begins before it.
 */
export function sift<Known extends Measured>(known: readonly Known[], rows: readonly Measured[]): Sifted<Known>[] {
  const taken: Measured[] = [];
  const differing = new Set<number>();
  return rows.map((row) => {
    const k = firstFrom(known, row.at);
    const t = firstFrom(taken, row.at);
    const recorded = known[k]?.at === row.at ? known[k]! : null;
    const same = recorded ?? (taken[t]?.at === row.at ? taken[t]! : null);
    if (same && isSame(same, row)) return { kind: 'duplicate', known: recorded };
    if (same) {
      const isFirst = !differing.has(row.at);
      differing.add(row.at);
      return { kind: 'differs', known: isFirst ? recorded : null };
    }
    const other = overlapAt(known, k, row) ?? overlapAt(taken, t, row);
    if (other) return { kind: 'overlaps', other };
    if (t === taken.length) taken.push(row);
    else taken.splice(t, 0, row);
    return NEW;
  });
}

const NEW = { kind: 'new' } as const;

/** The row before or at a place in the order that shares time with the row that belongs there. */
function overlapAt(rows: readonly Measured[], place: number, row: Measured): Measured | undefined {
  const [before, after] = [rows[place - 1], rows[place]];
  if (before && overlap(before, row)) return before;
  return after && overlap(after, row) ? after : undefined;
}

const overlap = (one: Measured, other: Measured): boolean =>
  one.to !== null && other.to !== null && one.at < other.to && other.at < one.to;

const isSame = (one: Measured, other: Measured): boolean =>
  one.to === other.to &&
  one.good === other.good &&
  one.total === other.total &&
  one.up === other.up &&
  isSameSketch(one.sketch, other.sketch);

const isSameSketch = (one: Measured['sketch'], other: Measured['sketch']): boolean =>
  one == null || other == null
    ? one == other
    : one.length === other.length &&
      one.every(([bucket, count], i) => bucket === other[i]![0] && count === other[i]![1]);

/** Where the first row stands that is not before the instant; rows mostly come in order, so the end is looked at first. */
function firstFrom(rows: readonly Measured[], at: number): number {
  let [low, high] = [0, rows.length];
  if (high === 0 || rows[high - 1]!.at < at) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

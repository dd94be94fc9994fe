/** An answer to a survey as its source told it. */
export interface ToldAnswer {
  /** What its source calls it, made unreadable. */
  readonly answer: string;
  readonly at: number;
  readonly score: number;
}

/** What becomes of an answer, beside what the ledger has. */
export type SiftedAnswer<Known extends ToldAnswer> =
  | { readonly kind: 'new' }
  /** It is there, just so. */
  | { readonly kind: 'duplicate' }
  /** It is there with another score, which a correction may take the place of. */
  | { readonly kind: 'differs'; readonly known: Known }
  /** It is there as given at another instant, or a row further up says something else of it. */
  | { readonly kind: 'contradicts'; readonly at: number };

/** Tells what is new among answers, in the order in which they stand. @param known Newest revisions. */
export function siftAnswers<Known extends ToldAnswer>(
  known: readonly Known[],
  rows: readonly ToldAnswer[],
): SiftedAnswer<Known>[] {
  const recorded = new Map(known.map((row) => [row.answer, row]));
  const told = new Map<string, ToldAnswer>();
  return rows.map((row) => {
    const before = recorded.get(row.answer);
    const same = told.get(row.answer) ?? before;
    if (!told.has(row.answer)) told.set(row.answer, row);
    if (!same) return { kind: 'new' };
    if (same.at === row.at && same.score === row.score) return { kind: 'duplicate' };
    return same === before && same.at === row.at
      ? { kind: 'differs', known: before }
      : { kind: 'contradicts', at: same.at };
  });
}

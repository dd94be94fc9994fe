import type { RowFault } from './read-chunks.js';

/** What became of the rows of a batch. */
export interface Receipt {
  accepted: number;
  /** Took the place of what was recorded. */
  corrected: number;
  /** Were there already, just so. */
  duplicate: number;
  refused: number;
  /** Why the first of the refused were. */
  problems: { line: number; field: string | null; value: string | null; reason: string }[];
}

const MOST_PROBLEMS = 100;

export const emptyReceipt = (): Receipt => ({
  accepted: 0,
  corrected: 0,
  duplicate: 0,
  refused: 0,
  problems: [],
});

export function refuseRows(receipt: Receipt, faults: readonly RowFault[]): void {
  receipt.refused += faults.length;
  const room = MOST_PROBLEMS - receipt.problems.length;
  if (room <= 0 || faults.length === 0) return;
  const first = faults.toSorted((a, b) => a.line - b.line).slice(0, room);
  receipt.problems.push(...first.map(({ line, column, value, reason }) => ({ line, field: column, value, reason })));
}

import type { Fault } from './reading.js';

/** What a preview makes of the first rows of a file. */
export interface FirstRows {
  /** How many there are. */
  readonly count: number;
  readonly understood: number;
  /** How many belong to no known service. */
  readonly elsewhere: number;
  /** Whether the file has no further rows. */
  readonly isAll: boolean;
  readonly firstFault: (Fault & { readonly line: number }) | undefined;
}

/**
 * Why an import of a file would bring nothing in, as far as its first rows tell. Rows of no service say nothing of those
 * behind them: a file may be sorted by service.
 *
 * @returns A sentence; null where something would come of it, or there are no rows.
 */
export function nothingUnderstood({ count, understood, elsewhere, isAll, firstFault }: FirstRows): string | null {
  if (count === 0 || understood > 0 || (elsewhere > 0 && !isAll)) return null;
  const rows = !isAll ? `None of the first ${count} rows` : count === 1 ? 'The only row' : `None of the ${count} rows`;
  const verb = isAll && count === 1 ? 'cannot be taken in' : 'can be taken in';
  const why = firstFault ? `: in line ${firstFault.line} ${faultInWords(firstFault)}` : '';
  return `${rows} ${verb}, so there is nothing to import${why}.`;
}

function faultInWords({ column, value, reason }: Fault): string {
  if (column === null) return `the row ${reason}`;
  return value === null ? `${column} ${reason}` : `${column} "${value}" ${reason}`;
}

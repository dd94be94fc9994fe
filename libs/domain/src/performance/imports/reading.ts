/** Why a cell, or a whole row where `column` is null, cannot be understood. For people. */
export interface Fault {
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** What became of a row: understood, belonging to no known service, or refused with everything wrong in it. */
export type Reading<Row> =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'unmapped'; readonly column: string; readonly value: string }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** Understands the cells of one row of a file whose header is known. */
export type RowReader<Row> = (cells: readonly string[]) => Reading<Row>;

import type { EntityManager } from 'typeorm';
import type { TouchedSince } from './import-run.entity.js';

/** Whose rows are stored: the source, and the import that brings them. */
export interface Origin {
  sourceId: string;
  importId: string;
}

/** A row and the line on which it stands. */
export interface LedgerRow<Row> {
  line: number;
  row: Row;
}

/** What storing a batch has changed. */
export interface StoredBatch {
  /** Rows that were new; the others were there already. */
  stored: number;
  /** Newest measurement among the new rows. */
  newest: Date | null;
  /** null when nothing was new. */
  touched: TouchedSince | null;
}

/** Adds the rows that the ledger does not have yet, in the transaction of `tx`. */
export type StoreRows<Row> = (
  tx: EntityManager,
  origin: Origin,
  rows: readonly LedgerRow<Row>[],
) => Promise<StoredBatch>;

import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import type { RowProblem } from './sort-records.js';
import type { TouchedSince } from './import-run.entity.js';

/** Whose rows are stored: the source, the import that brings them, and who began it. */
export interface Origin {
  act: Act;
  sourceId: string;
  importId: string | null;
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
  /** Rows that are known under another service. */
  elsewhere: number;
  /** Rows that say something else than what is known under their identity. */
  differing: number;
  /** Rows that a rule of the ledger refuses, where it has such rules. */
  refused?: RowProblem[];
  /** What is to be said of rows that count otherwise: stored ones too. */
  notes?: RowProblem[];
  /** Newest measurement among the new rows. */
  newest: Date | null;
  /** null when nothing was new. */
  touched: TouchedSince | null;
}

/** Every row that was there already is there just so. */
export const AS_KNOWN = { elsewhere: 0, differing: 0 } as const;

/** Adds the rows that the ledger does not have yet, in the transaction of `tx`. */
export type StoreRows<Row> = (
  tx: EntityManager,
  origin: Origin,
  rows: readonly LedgerRow<Row>[],
) => Promise<StoredBatch>;

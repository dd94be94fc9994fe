import type { RowReader } from '@accord/domain';
import type { EntityManager } from 'typeorm';

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
  /** Services whose evidence changed, and since when; null when nothing did. */
  touched: { serviceIds: string[]; from: Date } | null;
}

/** One kind of measurement on its way into its ledger: how its rows are read, and how they are stored. */
export interface Ledger<Row> {
  read: RowReader<Row>;
  store(tx: EntityManager, origin: Origin, rows: readonly LedgerRow<Row>[]): Promise<StoredBatch>;
}

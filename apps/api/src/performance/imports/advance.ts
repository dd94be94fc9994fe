import type { ImportRunEntity, TouchedSince, UnmappedCount } from './import-run.entity.js';
import type { StoredBatch } from './ledger.js';
import type { SortedRecords } from './sort-records.js';

/** So many different values are listed; rows with further ones are counted. */
const MOST_UNMAPPED = 500;

export type Progress = Pick<
  ImportRunEntity,
  | 'bytesRead'
  | 'line'
  | 'rowsRead'
  | 'rowsStored'
  | 'rowsKnown'
  | 'rowsElsewhere'
  | 'rowsDiffering'
  | 'rowsRefused'
  | 'rowsUnmapped'
  | 'unmapped'
  | 'touched'
>;

/** Records of a file up to a line, and how many of its bytes have been read for them. */
export interface ImportBatch<Row> extends SortedRecords<Row> {
  line: number;
  bytesRead: number;
}

/** How far an import is once a batch has been stored. */
export function advance(
  run: Progress,
  batch: ImportBatch<unknown>,
  { stored, elsewhere, differing, refused = [], touched }: StoredBatch,
): Progress {
  return {
    bytesRead: String(batch.bytesRead),
    line: batch.line,
    rowsRead: run.rowsRead + batch.rows.length + batch.refused + batch.unmapped.length,
    rowsStored: run.rowsStored + stored,
    rowsKnown: run.rowsKnown + batch.rows.length - stored - elsewhere - differing - refused.length,
    rowsElsewhere: run.rowsElsewhere + elsewhere,
    rowsDiffering: run.rowsDiffering + differing,
    rowsRefused: run.rowsRefused + batch.refused + refused.length,
    rowsUnmapped: run.rowsUnmapped + batch.unmapped.length,
    unmapped: counted(run.unmapped, batch.unmapped),
    touched: mergeTouched(run.touched, touched),
  };
}

/** Both, or the one that there is. */
export function mergeTouched(a: TouchedSince | null, b: TouchedSince | null): TouchedSince | null {
  if (!a || !b) return a ?? b;
  const from = new Date(Math.min(Date.parse(a.from), Date.parse(b.from))).toISOString();
  return { serviceIds: [...new Set([...a.serviceIds, ...b.serviceIds])], from };
}

function counted(known: UnmappedCount[], found: SortedRecords<unknown>['unmapped']): UnmappedCount[] {
  if (found.length === 0) return known;
  const counts = new Map(known.map((entry) => [entry.value, { ...entry }]));
  for (const { column, value } of found) {
    const entry = counts.get(value);
    if (entry) entry.count += 1;
    else if (counts.size < MOST_UNMAPPED) counts.set(value, { column, value: detached(value), count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** A short piece of a long text would keep all of it in memory. */
function detached(text: string): string {
  return Buffer.from(text.slice(0, 200)).toString();
}

import type { Fault, RowReader, TextRecord } from '@accord/domain';
import type { LedgerRow } from './ledger.js';

/** Something wrong with a row, and where. */
export interface RowProblem extends Fault {
  line: number;
}

/** What the records of a batch come to, before the ledger has seen them. */
export interface SortedRecords<Row> {
  rows: LedgerRow<Row>[];
  refused: number;
  problems: RowProblem[];
  unmapped: { column: string; value: string }[];
}

export function sortRecords<Row>(records: readonly TextRecord[], read: RowReader<Row>): SortedRecords<Row> {
  const sorted: SortedRecords<Row> = { rows: [], refused: 0, problems: [], unmapped: [] };
  for (const record of records) {
    const { line } = record;
    const reading = 'fault' in record ? refusal(record.fault) : read(record.cells);
    if (reading.kind === 'row') sorted.rows.push({ line, row: reading.row });
    else if (reading.kind === 'unmapped') sorted.unmapped.push(reading);
    else {
      sorted.refused += 1;
      for (const fault of reading.faults) sorted.problems.push({ line, ...fault });
    }
  }
  return sorted;
}

function refusal(reason: string) {
  return { kind: 'refused', faults: [{ column: null, value: null, reason }] } as const;
}

import { DelimitedText, type FileFormat, type TextRecord } from '@accord/domain';
import { textOfFile } from './text-of-file.js';

/** Rows that are stored in one transaction, after which an interrupted import can go on. */
const BATCH_ROWS = 5_000;

export interface RecordBatch {
  records: TextRecord[];
  bytesRead: number;
}

/** The records of a file, the header first, in batches; only one batch is in memory at a time. */
export async function* recordsOfFile(
  path: string,
  { encoding, delimiter }: FileFormat,
  signal?: AbortSignal,
): AsyncGenerator<RecordBatch, void> {
  const reader = new DelimitedText(delimiter);
  let records: TextRecord[] = [];
  let bytesRead = 0;
  for await (const piece of textOfFile(path, encoding, signal)) {
    records.push(...reader.read(piece.text));
    bytesRead = piece.bytesRead;
    if (records.length < BATCH_ROWS) continue;
    yield { records, bytesRead };
    records = [];
  }
  yield { records: [...records, ...reader.end()], bytesRead };
}

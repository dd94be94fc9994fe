import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv-line.js';
import type { FileCell } from './bill-export.js';

export const BILL_FORMATS = ['csv', 'xlsx'] as const;
export type BillFormat = (typeof BILL_FORMATS)[number];

type Rows = AsyncIterable<FileCell[]>;

/** How the rows of a bill are written. */
export const BILL_WRITERS: Readonly<
  Record<BillFormat, { type: string; bytesOf: (rows: Rows, month: string) => Readable }>
> = {
  csv: { type: 'text/csv; charset=utf-8', bytesOf: (rows) => Readable.from(csvOf(rows)) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytesOf: (rows, month) =>
      Readable.from(writeXlsxStream(cellsOf(rows), { name: `Bill ${month}` }) as AsyncIterable<Uint8Array>),
  },
};

/** As a browser takes it: its type, and the name under which it is saved. */
export const sentAs = (format: BillFormat, month: string) => ({
  type: BILL_WRITERS[format].type,
  disposition: `attachment; filename="bill-${month}.${format}"`,
});

async function* csvOf(rows: Rows): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const row of rows) yield csvLine(row.map(({ text }) => text));
}

/** Text is never a formula here: it is written as what it is. */
async function* cellsOf(rows: Rows): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows)
    yield row.map(({ text, isNumber }) => (isNumber && text !== null ? Number(text) : text));
}

import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';
import { BYTE_ORDER_MARK, csvLine } from '../csv-line.js';

export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A cell is text, an exact decimal, or nothing. */
export interface FileCell {
  text: string | null;
  isNumber: boolean;
}

export type FileRows = AsyncIterable<readonly FileCell[]>;

/** How rows are written; the title names the sheet. */
export const FILE_WRITERS: Readonly<
  Record<FileFormat, { type: string; bytesOf: (rows: FileRows, title: string) => Readable }>
> = {
  csv: { type: 'text/csv; charset=utf-8', bytesOf: (rows) => Readable.from(csvOf(rows)) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytesOf: (rows, title) =>
      Readable.from(writeXlsxStream(cellsOf(rows), { name: sheetName(title) }) as AsyncIterable<Uint8Array>),
  },
};

/** As a browser takes it: its type, and the name under which it is saved. */
export const sentAs = (format: FileFormat, name: string) => ({
  type: FILE_WRITERS[format].type,
  disposition: `attachment; filename="${name}.${format}"`,
});

/** Spreadsheets take 31 characters, and none that their formulas use. */
const sheetName = (title: string) => title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);

async function* csvOf(rows: FileRows): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const row of rows) yield csvLine(row.map(({ text }) => text));
}

/** Text is never a formula here: it is written as what it is. */
async function* cellsOf(rows: FileRows): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows)
    yield row.map(({ text, isNumber }) => (isNumber && text !== null ? Number(text) : text));
}

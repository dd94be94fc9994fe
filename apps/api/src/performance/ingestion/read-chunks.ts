import { DelimitedText, DomainError, type Fault, isFault, type TextRecord, TextLines } from '@accord/domain';

export type RowFormat = 'ndjson' | 'csv';

/** How the rows of a kind are understood, or why they are not. */
export interface RowReaders<Row extends object> {
  ofJson(text: string): Row | Fault;
  /** @param header Names of the columns. */
  ofCells(header: readonly string[]): ((cells: readonly string[]) => Row | Fault) | Fault;
}

/** A row that was understood, and the line on which it stands. */
export interface Told<Row> {
  readonly line: number;
  readonly row: Row;
}

export interface RowFault extends Fault {
  readonly line: number;
}

/** Rows that are stored together. */
export interface Chunk<Row> {
  rows: Told<Row>[];
  faults: RowFault[];
}

/** Many enough for COPY to be quick, few enough not to be felt in memory. */
const ROWS = 20_000;

/**
 * The rows of a stream of text, a chunk at a time, each line understood or refused.
 *
 * @throws {DomainError} `UNFIT` When the bytes are not UTF-8, or a CSV does not begin with the names of its columns.
 */
export async function* readChunks<Row extends object>(
  body: AsyncIterable<Buffer>,
  format: RowFormat,
  readers: RowReaders<Row>,
): AsyncGenerator<Chunk<Row>, void> {
  const reader = format === 'csv' ? new CsvRows(readers) : new JsonRows(readers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of body) {
    reader.read(decoded(() => decoder.decode(bytes, { stream: true })));
    if (reader.count >= ROWS) yield reader.taken();
  }
  decoded(() => decoder.decode());
  reader.end();
  yield reader.taken();
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new DomainError('UNFIT', 'The body is not UTF-8 text.');
  }
}

/** Gathers what lines come to. */
abstract class Rows<Row extends object> {
  private rows: Told<Row>[] = [];
  private faults: RowFault[] = [];

  constructor(protected readonly readers: RowReaders<Row>) {}

  abstract read(text: string): void;
  abstract end(): void;

  get count(): number {
    return this.rows.length + this.faults.length;
  }

  taken(): Chunk<Row> {
    const { rows, faults } = this;
    [this.rows, this.faults] = [[], []];
    return { rows, faults };
  }

  protected add(line: number, read: Row | Fault): void {
    if (isFault(read)) this.faults.push({ line, ...read });
    else this.rows.push({ line, row: read });
  }
}

class JsonRows<Row extends object> extends Rows<Row> {
  private readonly lines = new TextLines();
  private line = 0;

  read(text: string): void {
    this.take(this.lines.read(text));
  }

  end(): void {
    this.take(this.lines.end());
  }

  private take(lines: readonly (string | null)[]): void {
    for (const text of lines) {
      this.line += 1;
      if (text === null) this.add(this.line, { column: null, value: null, reason: 'is too long' });
      else if (text.trim() !== '') this.add(this.line, this.readers.ofJson(text));
    }
  }
}

class CsvRows<Row extends object> extends Rows<Row> {
  private readonly text = new DelimitedText(',');
  private row?: (cells: readonly string[]) => Row | Fault;
  private isFirst = true;

  read(text: string): void {
    // A spreadsheet puts a mark before the first column that is part of no name.
    this.take(this.text.read(this.isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text));
    if (text !== '') this.isFirst = false;
  }

  end(): void {
    this.take(this.text.end());
    if (!this.row) throw new DomainError('UNFIT', 'The first row must name the columns.');
  }

  private take(records: readonly TextRecord[]): void {
    for (const record of records) {
      if (!this.row) this.row = this.readerOf(record);
      else if ('fault' in record) this.add(record.line, { column: null, value: null, reason: record.fault });
      else this.add(record.line, this.row(record.cells));
    }
  }

  private readerOf(record: TextRecord) {
    if ('fault' in record) throw new DomainError('UNFIT', `The first row ${record.fault}.`);
    const reader = this.readers.ofCells(record.cells);
    if (!isFault(reader)) return reader;
    throw new DomainError('UNFIT', `The first row must name the columns: "${reader.column}" ${reader.reason}.`);
  }
}

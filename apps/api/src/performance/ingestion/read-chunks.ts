import {
  DelimitedText,
  DomainError,
  type Fault,
  isFault,
  measurementOfJson,
  type ToldByMachine,
  measurementsOfCells,
  type TextRecord,
  TextLines,
} from '@accord/domain';

export type MeasurementFormat = 'ndjson' | 'csv';

/** A row that was understood, and the line on which it stands. */
export interface Told<Row> {
  readonly line: number;
  readonly row: Row;
}
export type ToldRow = Told<ToldByMachine>;

export interface RowFault extends Fault {
  readonly line: number;
}

/** Rows that are stored together. */
export interface Chunk {
  rows: ToldRow[];
  faults: RowFault[];
}

/** Many enough for COPY to be quick, few enough not to be felt in memory. */
const ROWS = 20_000;

/**
 * The rows of a stream of text, a chunk at a time, each line understood or refused.
 *
 * @throws {DomainError} `UNFIT` When the bytes are not UTF-8, or a CSV does not begin with the names of its columns.
 */
export async function* readChunks(
  body: AsyncIterable<Buffer>,
  format: MeasurementFormat,
  now: number,
): AsyncGenerator<Chunk, void> {
  const reader = format === 'csv' ? new CsvRows(now) : new JsonRows(now);
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
abstract class Rows {
  private rows: ToldRow[] = [];
  private faults: RowFault[] = [];

  constructor(protected readonly now: number) {}

  abstract read(text: string): void;
  abstract end(): void;

  get count(): number {
    return this.rows.length + this.faults.length;
  }

  taken(): Chunk {
    const { rows, faults } = this;
    [this.rows, this.faults] = [[], []];
    return { rows, faults };
  }

  protected add(line: number, read: ToldByMachine | Fault): void {
    if (isFault(read)) this.faults.push({ line, ...read });
    else this.rows.push({ line, row: read });
  }
}

class JsonRows extends Rows {
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
      else if (text.trim() !== '') this.add(this.line, measurementOfJson(text, this.now));
    }
  }
}

class CsvRows extends Rows {
  private readonly text = new DelimitedText(',');
  private measurement?: (cells: readonly string[], now: number) => ToldByMachine | Fault;
  private isFirst = true;

  read(text: string): void {
    // A spreadsheet puts a mark before the first column that is part of no name.
    this.take(this.text.read(this.isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text));
    if (text !== '') this.isFirst = false;
  }

  end(): void {
    this.take(this.text.end());
    if (!this.measurement) throw new DomainError('UNFIT', 'The first row must name the columns.');
  }

  private take(records: readonly TextRecord[]): void {
    for (const record of records) {
      if (!this.measurement) this.measurement = readerOf(record);
      else if ('fault' in record) this.add(record.line, { column: null, value: null, reason: record.fault });
      else this.add(record.line, this.measurement(record.cells, this.now));
    }
  }
}

function readerOf(record: TextRecord) {
  if ('fault' in record) throw new DomainError('UNFIT', `The first row ${record.fault}.`);
  const reader = measurementsOfCells(record.cells);
  if (typeof reader === 'function') return reader;
  throw new DomainError('UNFIT', `The first row must name the columns: "${reader.column}" ${reader.reason}.`);
}

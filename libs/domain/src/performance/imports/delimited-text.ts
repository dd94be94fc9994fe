import type { FileFormat } from './file-format.js';

/** One record of a file: its cells, or why it cannot be taken apart. `line` is where it begins, counted from 1. */
export type TextRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: string };

const LONGEST_LINE = 1_048_576;
const MOST_LINES = 1_000;

/** The cells of a record; `open` when a quoted cell has no end, `malformed` when text follows its end. */
type Split = readonly string[] | 'open' | 'malformed';

/**
 * Takes delimited text apart (RFC 4180) while it streams in, and never loses its way: a record whose quotes do not fit
 * costs its first line alone, and reading goes on with the next one. Empty lines are no records. A quote within an
 * unquoted cell is text. A record is no longer than 1,000 lines, a line no longer than 1,048,576 characters.
 */
export class DelimitedText {
  private rest = '';
  private line = 0;
  private skipping = false;
  /** Lines of a record whose quoted cell has not ended yet. */
  private open: string[] = [];
  private records: TextRecord[] = [];

  constructor(private readonly delimiter: FileFormat['delimiter']) {}

  /** The records that end within the text; what remains is kept for the next call. */
  read(text: string): TextRecord[] {
    const chunk = this.rest + text;
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      this.take(chunk.slice(from, chunk.charCodeAt(to - 1) === 13 ? to - 1 : to));
      from = to + 1;
    }
    this.rest = chunk.slice(from);
    if (this.rest.length > LONGEST_LINE) [this.rest, this.skipping] = ['', true];
    return this.taken();
  }

  /** The records that remain when the text is over. */
  end(): TextRecord[] {
    if (this.rest !== '' || this.skipping) this.take(this.rest);
    this.rest = '';
    while (this.open.length > 0) this.giveUp();
    return this.taken();
  }

  private take(line: string): void {
    this.line += 1;
    if (this.skipping) {
      this.skipping = false;
      return this.refuse(`is longer than ${LONGEST_LINE} characters`);
    }
    if (this.open.length > 0) return this.goOn(line);
    if (line === '') return;
    if (!line.includes('"')) this.records.push({ line: this.line, cells: line.split(this.delimiter) });
    else this.settle([line]);
  }

  private goOn(line: string): void {
    this.open.push(line);
    if (line.includes('"')) this.settle(this.open);
    else if (this.open.length === MOST_LINES) this.giveUp();
  }

  private settle(lines: string[]): void {
    const cells = split(lines.join('\n'), this.delimiter);
    this.open = lines;
    if (cells === 'malformed' || (cells === 'open' && lines.length >= MOST_LINES)) return this.giveUp();
    if (cells === 'open') return;
    this.open = [];
    this.records.push({ line: this.line - lines.length + 1, cells });
  }

  /** The first open line is no record; the others are read again without it. */
  private giveUp(): void {
    const again = this.open.slice(1);
    this.open = [];
    this.line -= again.length;
    this.refuse('has a quoted value that does not end, or goes on after its end');
    for (const line of again) this.take(line);
  }

  private refuse(fault: string): void {
    this.records.push({ line: this.line, fault });
  }

  private taken(): TextRecord[] {
    const records = this.records;
    this.records = [];
    return records;
  }
}

function split(text: string, delimiter: string): Split {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) + 1 : text.indexOf(delimiter, at);
    if (quoted && end === 0) return 'open';
    cells.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end < 0 ? undefined : end));
    if (end < 0 || end === text.length) return cells;
    if (text[end] !== delimiter) return 'malformed';
    at = end + 1;
  }
}

/** Where a quoted cell ends, or -1: a doubled quote stands for itself. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

import { isAhead } from '../measurements/is-ahead.js';
import { columnIndex } from './columns.js';
import { type DecimalMark, NO_DECIMAL_COMMA, withDecimalPoint } from './decimal-comma.js';
import type { FileFormat } from './file-format.js';
import type { Fault } from './reading.js';
import type { TimeReader } from './time-format.js';

const NUMBER = /^[^\p{Cc}]{1,100}$/u;
const COUNT = /^\d+$/;

/** One cell of each row: its trimmed text, null where the file has no value. */
export interface Cell {
  readonly column: string;
  readonly text: (cells: readonly string[]) => string | null;
}

/** @throws {DomainError} When the header lacks the column, or has several of that name. */
export function cellOf(header: readonly string[], { missing }: FileFormat, column: string): Cell {
  const index = columnIndex(header, column);
  const absent = new Set(missing);
  return {
    column,
    text: (cells) => {
      const text = cells[index]!.trim();
      return text === '' || absent.has(text) ? null : text;
    },
  };
}

/** A cell that holds a time. Rows of one ticket repeat it, so the last one read is remembered. */
export interface TimeCell extends Cell {
  readonly instant: TimeReader;
}

export function timeCell(cell: Cell, read: TimeReader): TimeCell {
  let [last, at]: [string | null, number | null] = [null, null];
  const instant = (text: string) => {
    if (text !== last) [last, at] = [text, read(text)];
    return at;
  };
  return { ...cell, instant };
}

/** Gathers the faults of a row while its cells are read; a value that is at fault reads as null. */
export class CellReader {
  readonly faults: Fault[] = [];

  /** @param now Epoch milliseconds; what lies after it has not happened. */
  constructor(
    private readonly cells: readonly string[],
    private readonly now: number,
  ) {}

  /** The text of a cell that must have one, as long as it can be stored. */
  name(cell: Cell): string | null {
    const text = this.required(cell);
    return text === null || NUMBER.test(text)
      ? text
      : this.fault(cell, 'is longer than 100 characters or has control characters');
  }

  /** As `name`, where the cell may have no value. */
  optionalName(cell: Cell | null): string | null {
    return cell?.text(this.cells) == null ? null : this.name(cell);
  }

  /** @param digits As many as can be stored. */
  count(cell: Cell | null, digits = 9, mark?: DecimalMark): number | null {
    if (!cell) return 0;
    const text = this.number(cell, mark);
    if (text === null) return null;
    const isCount = COUNT.test(text) && text.length <= digits;
    return isCount ? Number(text) : this.fault(cell, 'is not a whole number, 0 or more');
  }

  /** The text of a cell of numbers, as programs write them. */
  number(cell: Cell, mark: DecimalMark): string | null {
    const text = this.required(cell);
    if (text === null || mark !== 'comma') return text;
    return withDecimalPoint(text) ?? this.fault(cell, NO_DECIMAL_COMMA);
  }

  time(cell: TimeCell): number | null {
    return this.required(cell) === null ? null : this.optionalTime(cell);
  }

  optionalTime(cell: TimeCell | null): number | null {
    const text = cell?.text(this.cells) ?? null;
    if (cell === null || text === null) return null;
    const at = cell.instant(text) ?? this.fault(cell, 'is not a time as the profile writes it');
    return at !== null && isAhead(at, this.now) ? this.fault(cell, 'lies in the future') : at;
  }

  /** What the text of the cell stands for. */
  meaning<Meaning>(
    cell: Cell,
    meanings: ReadonlyMap<string, Meaning>,
    otherwise: Meaning | null = null,
  ): Meaning | null {
    const text = this.required(cell);
    if (text === null) return null;
    return meanings.get(text) ?? otherwise ?? this.fault(cell, 'is not a value that the profile knows');
  }

  required(cell: Cell): string | null {
    return cell.text(this.cells) ?? this.fault(cell, 'has no value');
  }

  fault(cell: Cell, reason: string): null {
    this.faults.push({ column: cell.column, value: shortened(cell.text(this.cells)), reason });
    return null;
  }
}

function shortened(text: string | null): string | null {
  return text !== null && text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

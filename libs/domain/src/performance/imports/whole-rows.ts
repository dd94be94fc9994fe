import type { RowReader } from './reading.js';

/** Refuses a row that has more or fewer cells than the header has columns; the others go on to `read`. */
export function wholeRows<Row>(header: readonly string[], read: RowReader<Row>): RowReader<Row> {
  return (cells) => {
    if (cells.length === header.length) return read(cells);
    const reason = `has ${cells.length} columns where the first row has ${header.length}`;
    return { kind: 'refused', faults: [{ column: null, value: null, reason }] };
  };
}

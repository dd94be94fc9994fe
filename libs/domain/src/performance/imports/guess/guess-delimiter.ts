import { DelimitedText } from '../delimited-text.js';
import { DELIMITERS, type Delimiter } from '../file-format.js';

/** How many records tell of a file. */
const LOOKED_AT = 50;

/** By what the columns of a text are parted: what takes most of its first records apart alike, into most columns. */
export function guessDelimiter(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...alike(text, delimiter) }));
  const best = scored.reduce((one, other) => {
    const [a, b] = [one.columns > 1 ? one.share : 0, other.columns > 1 ? other.share : 0];
    return b > a || (b === a && other.columns > one.columns) ? other : one;
  });
  return best.delimiter;
}

/** Into how many columns the first record falls, and how many of the others fall into as many. */
function alike(text: string, delimiter: Delimiter): { columns: number; share: number } {
  const reader = new DelimitedText(delimiter);
  const records = reader.read(text).slice(0, LOOKED_AT);
  const [head, ...others] = records.length > 0 ? records : reader.end();
  const columns = head && 'cells' in head ? head.cells.length : 0;
  const fitting = others.filter((record) => 'cells' in record && record.cells.length === columns);
  return { columns, share: others.length === 0 ? 1 : fitting.length / others.length };
}

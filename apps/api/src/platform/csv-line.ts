/** Cells that a spreadsheet would take for a formula, also by signs of full width, or for text that hides one. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n']/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A line of RFC 4180. What a spreadsheet could take for a formula begins with an apostrophe, unless it is a number.
 *
 * @param cells null = empty.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quoted(cell === null ? '' : safe(cell))).join(',')}\r\n`;
}

/** For the begin of a file: spreadsheets then read it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

const safe = (cell: string) => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

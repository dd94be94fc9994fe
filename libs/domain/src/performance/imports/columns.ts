import { DomainError } from '../../domain-error.js';
import { DELIMITERS } from './file-format.js';

const NUMBERED = /^(.+) \((\d{1,3})\)$/s;

/**
 * What profiles call the columns of a header: a name that it has several times is numbered.
 *
 * @example columnNames(['Key', 'Sprint', 'Sprint']) // ['Key', 'Sprint (1)', 'Sprint (2)']
 */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name) => {
    if (header.indexOf(name) === header.lastIndexOf(name)) return name;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return `${name} (${seen.get(name)})`;
  });
}

/**
 * Where a column stands. Exports that repeat a name for every value of a field repeat it as often as they need: the first
 * is found by its number, though it stands alone.
 *
 * @throws {DomainError} When the header lacks the column, or has it several times and the name is not numbered.
 */
export function columnIndex(header: readonly string[], name: string): number {
  assertHeader(header, [name]);
  return found(header, name);
}

/** @throws {DomainError} As `columnIndex`, for one of the columns; all that are lacking are named. */
export function assertHeader(header: readonly string[], columns: readonly string[]): void {
  const lacking = columns.filter((name) => found(header, name) < 0);
  if (lacking.length > 0) {
    const names = lacking.map((name) => `"${name}"`).join(', ');
    throw new DomainError(
      'WRONG_HEADER',
      `The first row does not name ${names}, which the profile needs${partedBy(header)}.`,
    );
  }
  const twice = columns.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice === undefined) return;
  const which = `a profile says which one by its number, such as "${twice} (1)"`;
  throw new DomainError('WRONG_HEADER', `The first row names "${twice}" twice; ${which}.`);
}

/** Of a row that is one column, by what it seems to be parted in truth. */
function partedBy([only, ...others]: readonly string[]): string {
  const by = others.length > 0 ? undefined : DELIMITERS.find((delimiter) => only?.includes(delimiter));
  if (by === undefined) return '';
  return `: by it the row is one column, but it seems to be parted by ${by === '\t' ? 'tabs' : `"${by}"`}`;
}

/** Whether `assertHeader` has nothing against it. */
export const fitsHeader = (header: readonly string[], columns: readonly string[]): boolean =>
  columns.every((name) => found(header, name) >= 0 && header.indexOf(name) === header.lastIndexOf(name));

/** -1 when it is not there; the first where it is there several times. */
function found(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  if (exact >= 0) return exact;
  const [, base, number] = NUMBERED.exec(name) ?? [];
  let place = -1;
  for (let left = Number(number ?? 0); left > 0; left -= 1) {
    place = header.indexOf(base!, place + 1);
    if (place < 0) return -1;
  }
  return place;
}

import { DomainError } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { Connection } from './connection.js';
import { isStorable } from './storable-text.js';

/** Nobody reads more at once; a larger `first` is cut to it. */
export const LARGEST_PAGE = 200;

/** @throws {DomainError} When `first` is negative. */
export function pageSize(first: number): number {
  if (first < 0) throw new DomainError('INVALID', 'first must not be negative.', ['first']);
  return Math.min(first, LARGEST_PAGE);
}

/** What a value of a cursor can be, as the database reads it. */
interface CursorValues {
  text: string;
  uuid: string;
  /** As `Date` prints itself as JSON. */
  instant: string;
  /** Exact. */
  decimal: string;
  integer: number;
}

const LARGEST_INTEGER = 2 ** 31 - 1;

/** null for a value that is none of the kind. */
const READ: { [Kind in keyof CursorValues]: (value: unknown) => CursorValues[Kind] | null } = {
  text: (value) => (typeof value === 'string' && isStorable(value) ? value : null),
  uuid: (value) => (typeof value === 'string' && isUUID(value) ? value : null),
  instant: (value) => (typeof value === 'string' && isInstant(value) ? value : null),
  decimal: (value) => (/^-?\d{1,30}(\.\d{1,30})?$/.test(String(value)) ? String(value) : null),
  integer: (value) => {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    return Number.isInteger(number) && Math.abs(number as number) <= LARGEST_INTEGER ? (number as number) : null;
  },
};

/** A cursor is opaque: the sort values of a row, so that paging goes on from there even when the row has gone. */
export function cursorOf(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws {DomainError} When the text is no cursor of ours with values of these kinds. */
export function readCursor<const Kinds extends readonly (keyof CursorValues)[]>(
  cursor: string,
  kinds: Kinds,
): { -readonly [Place in keyof Kinds]: CursorValues[Kinds[Place]] } {
  const given = valuesOf(cursor);
  const values = kinds.map((kind, place) => READ[kind](given[place]));
  if (given.length !== kinds.length || values.includes(null))
    throw new DomainError('INVALID', 'The cursor is not one that this list gave out.', ['after']);
  return values as { -readonly [Place in keyof Kinds]: CursorValues[Kinds[Place]] };
}

/** None when the text is no cursor at all. */
function valuesOf(cursor: string): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

function isInstant(text: string): boolean {
  const date = new Date(text);
  return /^[12]\d{3}-/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

/**
 * A page out of rows of which one more was asked for than shown: the extra row only says that there are more.
 *
 * @param sortValues What the list is sorted by, last the id.
 */
export function toConnection<T>(
  rows: readonly T[],
  size: number,
  sortValues: (row: T) => readonly unknown[],
): Connection<T> {
  const edges = rows.slice(0, size).map((node) => ({ cursor: cursorOf(sortValues(node)), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null } };
}

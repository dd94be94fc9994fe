import { DomainError } from '@accord/domain';
import type { Connection } from './connection.js';

/** Nobody reads more at once; a larger `first` is cut to it. */
export const LARGEST_PAGE = 200;

/** @throws {DomainError} When `first` is negative. */
export function pageSize(first: number): number {
  if (first < 0) throw new DomainError('INVALID', 'first must not be negative.', ['first']);
  return Math.min(first, LARGEST_PAGE);
}

/** A cursor is opaque: the sort values of a row, so that paging goes on from there even when the row has gone. */
export function cursorOf(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws {DomainError} When the text is no cursor of ours with `length` values. */
export function readCursor(cursor: string, length: number): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length) return values;
  } catch {
    // Not ours: refused below.
  }
  throw new DomainError('INVALID', 'The cursor is not one that this list gave out.', ['after']);
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

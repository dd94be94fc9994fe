import type { EntityManager } from 'typeorm';
import type { Parameters } from '../platform/database/parameters.js';
import type { Connection } from '../platform/graphql/connection.js';
import { pageSize, readCursor, toConnection } from '../platform/graphql/page.js';

export interface ListAsked {
  /** A whole query with conditions, without order and limit. Its rows have the sort columns by the names given. */
  select: string;
  /** Newest first: an instant, then the id; by the names they have in the rows. */
  sortedBy: Record<string, string>;
  first: number;
  after: string | null;
}

/** One page of a list, newest first, and how long the list is: one statement, whatever its length. */
export async function readPage<Row extends { id: string }>(
  manager: EntityManager,
  parameters: Parameters,
  { select, sortedBy, first, after }: ListAsked,
): Promise<Connection<Row> & { totalCount: number }> {
  const size = pageSize(first);
  const [[instant, instantSql], [, idSql]] = Object.entries(sortedBy) as [[string, string], [string, string]];
  const cursor = after ? readCursor(after, ['instant', 'uuid']) : null;
  const behind = cursor
    ? ` AND (${instantSql}, ${idSql}) < (${parameters.add(cursor[0])}::timestamptz, ${parameters.add(cursor[1])}::uuid)`
    : '';
  const rows: (Row & { totalCount: number | null })[] = await manager.query(
    `SELECT page.*, total."totalCount"
     FROM (SELECT count(*)::int AS "totalCount" FROM (${select}) counted) total
     LEFT JOIN (${select}${behind} ORDER BY ${instantSql} DESC, ${idSql} DESC LIMIT ${parameters.add(size + 1)}) page ON true
     ORDER BY page."${instant}" DESC, page.id DESC`,
    parameters.values,
  );
  const found = rows.filter(({ id }) => id !== null);
  const connection = toConnection<Row>(found, size, (row) => [(row as Record<string, unknown>)[instant], row.id]);
  return { ...connection, totalCount: rows[0]?.totalCount ?? 0 };
}

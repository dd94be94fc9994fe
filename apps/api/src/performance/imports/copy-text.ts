import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** Fills a table with lines as COPY reads them, in the transaction of `tx`; each text is one or many of them. */
export async function copyText(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  const client = (await tx.queryRunner!.connect()) as ClientBase;
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
}

/** An instant as COPY reads it; null is none. */
export function copyInstant(at: number | null): string {
  return at === null ? '\\N' : new Date(at).toISOString();
}

import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';

type Value = string | number | boolean | Date | null;

/** Rows in one piece of text at a time: large enough to be quick, small enough not to be felt in memory. */
const ROWS_A_CHUNK = 2_000;

/**
 * Adds many rows through COPY, in the transaction of `tx`. Values stand in the order of the columns. A row is asked for
 * when it is written, so that rows made on the way never stand in memory together.
 */
export async function copyRows(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  rows: Iterable<Value[]>,
): Promise<void> {
  const client = (await tx.queryRunner!.connect()) as pg.PoolClient;
  await pipeline(
    Readable.from(chunks(rows)),
    client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)),
  );
}

function* chunks(rows: Iterable<Value[]>): Generator<string> {
  let chunk: string[] = [];
  for (const row of rows) {
    chunk.push(`${row.map(printed).join('\t')}\n`);
    if (chunk.length < ROWS_A_CHUNK) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
}

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function printed(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string')
    return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => ESCAPED[c]!) : value;
  return value instanceof Date ? value.toISOString() : String(value);
}

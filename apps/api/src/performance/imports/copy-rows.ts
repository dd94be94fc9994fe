import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

export type CopyValue = string | number | boolean | null;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Fills a table by COPY, in the transaction of `tx`. Values stand in the order of the columns. */
export async function copyRows(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const client = (await tx.queryRunner!.connect()) as ClientBase;
  const copy = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const finished = once(copy, 'finish');
  let text = '';
  for (const row of rows) text += `${row.map(encoded).join('\t')}\n`;
  copy.end(text);
  await finished;
}

function encoded(value: CopyValue): string | number | boolean {
  if (value === null) return '\\N';
  return typeof value === 'string' && /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c]!) : value;
}

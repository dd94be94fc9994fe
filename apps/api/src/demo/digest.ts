import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Secrets, and who was signed in: different each time, and no business of anybody's. */
const LEFT_OUT = ['credential', 'session', 'sign_in_attempt', 'setup_code', 'webhook', 'schema_migration'];

const TABLES = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
  ORDER BY c.relname COLLATE "C"`;

/** SHA-256 of every row of every business table, in whatever order they lie. Equal content, equal digest. */
export async function digestOf(dataSource: DataSource): Promise<string> {
  const hash = createHash('sha256');
  await dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`SET LOCAL timezone = 'UTC'`);
    for (const { name } of await tx.query(TABLES, [LEFT_OUT])) {
      const [{ rows, content }] = await tx.query(
        `SELECT count(*)::text AS rows, md5(string_agg(row, '' ORDER BY row COLLATE "C")) AS content
         FROM (SELECT md5(t::text) AS row FROM "${name}" t) rows`,
      );
      hash.update(`${name} ${rows} ${content}\n`);
    }
  });
  return hash.digest('hex');
}

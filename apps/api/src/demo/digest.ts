import type { DataSource } from 'typeorm';

/** Secrets, and who was signed in: different each time, and no business of anybody's. */
const LEFT_OUT = [
  ...['credential', 'session', 'sign_in_attempt', 'setup_code', 'webhook', 'schema_migration'],
  'answer_secret',
];

/** By table, the column that is made with a secret of the installation. */
const SECRET_COLUMNS: Readonly<Record<string, string>> = { answer: 'answer' };

const TABLES = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
  ORDER BY c.relname COLLATE "C"`;

/** By business table, a digest of its rows, in whatever order they lie. Equal content, equal digests. */
export async function digestsOf(dataSource: DataSource): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  await dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`SET LOCAL timezone = 'UTC'`);
    for (const { name } of await tx.query(TABLES, [LEFT_OUT])) {
      const secret = SECRET_COLUMNS[name as string];
      const row = secret ? `(to_jsonb(t) - '${secret}')::text` : 't::text';
      const [{ rows, content }] = await tx.query(
        `SELECT count(*)::text AS rows, md5(string_agg(row, '' ORDER BY row COLLATE "C")) AS content
         FROM (SELECT md5(${row}) AS row FROM "${name}" t) rows`,
      );
      digests.set(name, `${rows} ${content}`);
    }
  });
  return digests;
}

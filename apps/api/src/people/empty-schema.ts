import { MigrationExecutor, type EntityManager } from 'typeorm';

/** Everything that migrations make; what belongs to an extension, or to a column, goes or stays with it. */
const DROP_EVERYTHING = `
  DO $$
  DECLARE
    statement text;
  BEGIN
    FOR statement IN
      WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
      SELECT format('DROP %s IF EXISTS %s CASCADE', made.kind, made.name) FROM (
        SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
          oid::regclass::text, oid, 'pg_class'::regclass
        FROM pg_class WHERE relnamespace IN (TABLE ours) AND relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT relispartition
        UNION ALL
        SELECT 'ROUTINE', oid::regprocedure::text, oid, 'pg_proc'::regclass FROM pg_proc WHERE pronamespace IN (TABLE ours)
        UNION ALL
        SELECT 'TEXT SEARCH CONFIGURATION', oid::regconfig::text, oid, 'pg_ts_config'::regclass
        FROM pg_ts_config WHERE cfgnamespace IN (TABLE ours)
        UNION ALL
        SELECT 'TYPE', oid::regtype::text, oid, 'pg_type'::regclass FROM pg_type
        WHERE typnamespace IN (TABLE ours) AND typtype IN ('e', 'd')
      ) AS made (kind, name, oid, catalog)
      WHERE NOT EXISTS (
        SELECT 1 FROM pg_depend d WHERE d.classid = made.catalog AND d.objid = made.oid
          AND (d.deptype = 'e' OR made.kind = 'SEQUENCE' AND d.deptype = 'i'))
    LOOP
      EXECUTE statement;
    END LOOP;
  END
  $$`;

/**
 * The schema as on the first day, with nothing in it, within the transaction: it happens as a whole or not at all.
 *
 * @throws {QueryFailedError} With code 55P03 when others keep working on it for longer than 10 seconds.
 */
export async function emptySchema(tx: EntityManager): Promise<void> {
  await tx.query(`SET LOCAL lock_timeout = '10s'`);
  await tx.query(DROP_EVERYTHING);
  const migrations = new MigrationExecutor(tx.dataSource, tx.queryRunner);
  migrations.transaction = 'none';
  await migrations.executePendingMigrations();
}

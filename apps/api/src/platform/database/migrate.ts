import type { DataSource } from 'typeorm';
import { StartError } from '../start-error.js';
import { ADVISORY_LOCK } from './advisory-locks.js';

/**
 * Brings the schema up to the code, one transaction a migration.
 *
 * @returns How many migrations ran.
 * @throws {StartError} When a newer Accord has already changed the schema.
 */
export async function migrate(dataSource: DataSource): Promise<number> {
  const session = dataSource.createQueryRunner();
  try {
    await session.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK.migration]);
    const unknown = await unknownMigrations(dataSource);
    if (unknown[0]) {
      throw new StartError(`The database was changed by a newer Accord (${unknown[0]}); start that version or newer.`);
    }
    return (await dataSource.runMigrations({ transaction: 'each' })).length;
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK.migration]);
    await session.release();
  }
}

/** Whether every migration of the code, and none other, has run. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  const applied = await appliedMigrations(dataSource);
  return applied.length === dataSource.migrations.length && (await unknownMigrations(dataSource)).length === 0;
}

async function unknownMigrations(dataSource: DataSource): Promise<string[]> {
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  return (await appliedMigrations(dataSource)).filter((name) => !known.has(name));
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const [{ table }] = await dataSource.query(`SELECT to_regclass('schema_migration') AS "table"`);
  if (!table) return [];
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM schema_migration ORDER BY id');
  return rows.map(({ name }) => name);
}

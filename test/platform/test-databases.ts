import { randomBytes } from 'node:crypto';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { migrate } from '@accord/api/platform/database/migrate.js';
import { databaseUrl, onServer } from './database-server.js';

/** Nothing else is ever created or dropped: tests may share an outside server with real data. */
const PREFIX = 'accord_test_';

/** A run older than this is over, whatever became of it. */
const LONGEST_RUN_MS = 2 * 60 * 60 * 1000;

/** The name that every database of one run starts with; it tells when the run began. */
export function newRun(now: number): string {
  return `${PREFIX}${now.toString(36)}_${process.pid}`;
}

/** A migrated database that the run's test files are cloned from. */
export async function createTemplate(server: string, run: string): Promise<void> {
  await onServer(server, (client) => client.query(`CREATE DATABASE "${run}"`));
  const dataSource = await createDataSource(databaseUrl(server, run)).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

/** @returns The address of a new database with the schema and nothing in it. */
export async function cloneTemplate(server: string, run: string): Promise<string> {
  // By chance, for what a failed file leaves behind must not be in the way of the next one of its process.
  const name = `${run}_${randomBytes(6).toString('hex')}`;
  // Copying files is twice as fast as writing each page to the log, which nobody will read.
  await onServer(server, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${run}" STRATEGY file_copy`));
  return databaseUrl(server, name);
}

export async function dropDatabase(server: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
}

/** Everything of a run, and of earlier runs that did not come to their end. */
export async function dropRun(server: string, run: string, now: number): Promise<void> {
  await onServer(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE $1`, [
      `${PREFIX.replaceAll('_', '\\_')}%`,
    ]);
    for (const { datname } of rows) {
      const began = Number.parseInt(datname.slice(PREFIX.length), 36);
      const isOver = datname.startsWith(run) || now - began > LONGEST_RUN_MS;
      if (isOver) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
    }
  });
}

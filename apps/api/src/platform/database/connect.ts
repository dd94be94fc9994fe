import type { DataSource } from 'typeorm';
import { StartError } from '../start-error.js';

/** No feature newer than this is used. */
const OLDEST_VERSION = 15;

/** @throws {StartError} When the database does not answer, refuses us, or is too old. The password is never named. */
export async function connect(dataSource: DataSource, url: string): Promise<DataSource> {
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartError(`The database ${nameOf(url)} cannot be reached (${reason(error)}); check DATABASE_URL.`);
  }
  const [{ version }] = await dataSource.query(`SELECT current_setting('server_version_num')::int / 10000 AS version`);
  if (version >= OLDEST_VERSION) return dataSource;
  await dataSource.destroy();
  throw new StartError(`The database ${nameOf(url)} is PostgreSQL ${version}; at least ${OLDEST_VERSION} is needed.`);
}

function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

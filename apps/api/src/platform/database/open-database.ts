import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config.js';
import { StartError } from '../start-error.js';
import { forgetConnection, readConnection, rememberConnection } from './connection-file.js';
import { claimCluster, isClaimed } from './cluster-claim.js';
import { EmbeddedCluster } from './embedded-cluster.js';

/** How long a former owner may still be busy with stopping before a new one gives up. */
const HANDOVER_MS = 3_000;
const NAME = 'accord';

/** A database that answers at `url`; `stop` ends what opening it has started, and nothing else. */
export interface OpenDatabase {
  url: string;
  stop(): Promise<void>;
}

/**
 * The database that the configuration names: an outside one as it is, or the embedded one, started.
 *
 * @param attach Share the embedded database of a running server instead of refusing (for the command line).
 * @throws {StartError} When another process owns the embedded database, or it does not start.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { attach = false } = {},
): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  mkdirSync(config.dataDir, { recursive: true });
  const owner = await currentOwner(config.dataDir, attach ? 0 : HANDOVER_MS);
  if (owner && attach) return { url: owner.url, stop: async () => {} };
  if (owner)
    throw new StartError(
      `Another Accord process (${owner.pid}) uses the database in ${config.dataDir}; stop it first.`,
    );

  const cluster = await EmbeddedCluster.start(join(config.dataDir, 'postgres'));
  const claim = await claimCluster(cluster.url());
  await createMissing(cluster.url());
  rememberConnection(config.dataDir, { url: cluster.url(NAME), pid: process.pid });
  return {
    url: cluster.url(NAME),
    stop: async () => {
      forgetConnection(config.dataDir);
      await claim.release();
      await cluster.stop();
    },
  };
}

async function currentOwner(dataDir: string, patienceMs: number) {
  for (const giveUpAt = Date.now() + patienceMs; ; await sleep(200)) {
    const connection = readConnection(dataDir);
    if (!connection || !(await isClaimed(connection.url))) return null;
    if (Date.now() >= giveUpAt) return connection;
  }
}

async function createMissing(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  } finally {
    await client.end();
  }
}

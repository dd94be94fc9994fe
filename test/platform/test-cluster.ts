import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedCluster } from '@accord/api/platform/database/embedded-cluster.js';
import { scratch } from './scratch.js';

const PREFIX = 'accord-test-';

/** What makes a database fast that nobody will miss. */
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  checkpoint_timeout: '1h',
  // Plans and load do not depend on when a table was vacuumed last.
  autovacuum: 'off',
  max_connections: '200',
};

/** A PostgreSQL server for one run of tests, in a temporary folder that names the process it belongs to. */
export async function startTestCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  await removeLeftovers();
  const folder = mkdtempSync(join(scratch(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const cluster = await EmbeddedCluster.start(join(folder, 'postgres'), CARELESS);
  return {
    url: cluster.url(),
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs that were killed leave a server behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(scratch())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    await EmbeddedCluster.stopIn(join(scratch(), name, 'postgres'));
    rmSync(join(scratch(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedCluster } from '@accord/api/platform/database/embedded-cluster.js';
import { scratch } from './scratch.js';

const PREFIX = 'accord-test-';

/** Of 103 bytes, without the name of the socket itself. */
const LONGEST_SOCKET_PATH = 80;

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

interface TestCluster {
  url: string;
  /** By a socket where the system has them: a short statement takes a third of the time that it takes by the network. */
  quickUrl: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server for one run of tests, in a temporary folder that names the process it belongs to.
 *
 * @param care What it does with the disk; `{}` is what a server does that keeps its promises.
 */
export async function startTestCluster(care: Record<string, string> = CARELESS): Promise<TestCluster> {
  await removeLeftovers();
  const folder = mkdtempSync(join(scratch(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const sockets = socketsIn(folder);
  const settings = { ...care, ...(sockets ? { unix_socket_directories: sockets } : {}) };
  const cluster = await EmbeddedCluster.start(join(folder, 'postgres'), settings);
  const socket = sockets ? `?host=${encodeURIComponent(sockets)}` : '';
  return {
    url: cluster.url(),
    quickUrl: `${cluster.url()}${socket}`,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where the server's own account may put its socket; null where there are none, or the path would be too long for one. */
function socketsIn(folder: string): string | null {
  const sockets = join(folder, 'sockets');
  if (process.platform === 'win32' || sockets.length > LONGEST_SOCKET_PATH) return null;
  mkdirSync(sockets);
  chmodSync(sockets, 0o777);
  return sockets;
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

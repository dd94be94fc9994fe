import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to reach the embedded database that a process is running. */
interface Connection {
  url: string;
  /** The process that started it and will stop it. */
  pid: number;
}

const path = (dataDir: string) => join(dataDir, 'connection.json');

/** null when no server runs; a file left by a killed process is still read. */
export function readConnection(dataDir: string): Connection | null {
  try {
    return JSON.parse(readFileSync(path(dataDir), 'utf8')) as Connection;
  } catch {
    return null;
  }
}

/** The file holds the password: only its owner may read it. Nobody ever reads half of it. */
export function rememberConnection(dataDir: string, connection: Connection): void {
  const unfinished = `${path(dataDir)}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(connection, null, 2), { mode: 0o600 });
  renameSync(unfinished, path(dataDir));
}

export function forgetConnection(dataDir: string): void {
  rmSync(path(dataDir), { force: true });
}

import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Removes a lock file whose process id now belongs to somebody else: after a crash, most of all in a
 * container, another process may have been given the number, and PostgreSQL would refuse to start.
 * A server always works in its data folder; only where that can be read (Linux) is the file judged.
 */
export function removeForeignLock(lockFile: string): void {
  if (!existsSync(lockFile)) return;
  const pid = readFileSync(lockFile, 'utf8').split('\n', 1)[0];
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== dirname(lockFile)) rmSync(lockFile);
  } catch {
    // Not Linux, or the process is gone: PostgreSQL itself recognises the stale file.
  }
}

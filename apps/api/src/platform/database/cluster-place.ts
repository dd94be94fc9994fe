import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { rmdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServerBinaries } from './embedded-binaries.js';
import { canEnter, runAs, serverAccount, type Account } from './run-as.js';

/** Where root puts what the server's account could not reach below a closed folder. */
const SHARED_FOLDER = '/var/lib/accord';

/**
 * The folder that a cluster may use, created when missing and owned by the server's account.
 * Where that account cannot go, `home` becomes a link to a place where it can,
 * so that removing the link's folder still means starting afresh.
 */
export function clusterHome(home: string): { home: string; account: Account | null } {
  if (existsSync(home)) {
    const real = realpathSync(home);
    return { home: real, account: serverAccount(real) };
  }
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const account = serverAccount(home);
  if (!account || canEnter(account, home)) return { home: owned(home, account), account };
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const elsewhere = mkdtempSync(join(SHARED_FOLDER, 'cluster-'));
  rmdirSync(home);
  symlinkSync(elsewhere, home);
  return { home: owned(elsewhere, account), account };
}

function owned(folder: string, account: Account | null): string {
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Binaries that the account can run: the installed ones, or a copy of them outside the closed folder. */
export async function reachableBinaries(binaries: ServerBinaries, account: Account | null): Promise<string> {
  if (canEnter(account, join(binaries.folder, 'bin'))) return binaries.folder;
  const copy = join(SHARED_FOLDER, `postgresql-${binaries.version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = mkdtempSync(`${copy}-`);
  cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await runAs(null, 'chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true }); // Another process was faster.
  }
  return copy;
}

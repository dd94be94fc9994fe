import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** An ordinary user of this machine. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * Whom the database server runs as: PostgreSQL refuses root, so root lends it an ordinary account.
 *
 * @param folder When it exists and an ordinary user owns it, that user is taken again.
 * @returns null for "whoever runs this process", which is always right unless that is root.
 */
export function serverAccount(folder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountNamed('postgres') ?? accountNamed('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function accountNamed(name: string): Account | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name]).stdout?.toString(), 10));
  return uid && gid ? { uid, gid } : null;
}

/** Whether the account can enter the folder, all closed folders above it included. */
export function canEnter(account: Account | null, folder: string): boolean {
  return account === null || spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], account).status === 0;
}

/** Runs a command to its end in a session of its own, so that a Ctrl-C meant for us does not reach it. */
export function runAs(
  account: Account | null,
  command: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      detached: true,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}

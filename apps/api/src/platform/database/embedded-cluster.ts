import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../start-error.js';
import { clusterHome, reachableBinaries } from './cluster-place.js';
import { embeddedBinaries } from './embedded-binaries.js';
import { freePort } from './free-port.js';
import { removeForeignLock } from './postmaster-lock.js';
import { runAs, type Account } from './run-as.js';

/** After a `kill -9`, how long the remains of the former server may take to go away. */
const RECOVERY_MS = 10_000;

const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_min_messages: 'warning',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/**
 * A PostgreSQL server of our own, from the binaries that npm installed: loopback only, random port,
 * generated password, in a session of its own so that it stops when we say so and not at Ctrl-C.
 */
export class EmbeddedCluster {
  private constructor(
    private readonly home: string,
    private readonly bin: string,
    private readonly account: Account | null,
    private readonly password: string,
    private port = 0,
  ) {}

  /**
   * Starts the cluster kept in `folder`, and makes it there first when there is none.
   * A server that a killed process left behind in the same folder is stopped.
   *
   * @param settings Further server settings, such as `{ fsync: 'off' }`.
   */
  static async start(folder: string, settings: Record<string, string> = {}): Promise<EmbeddedCluster> {
    const { home, account } = clusterHome(folder);
    const bin = join(await reachableBinaries(embeddedBinaries(), account), 'bin');
    if (!existsSync(join(home, 'data'))) await initialise(home, bin, account);
    const cluster = new EmbeddedCluster(home, bin, account, readFileSync(join(home, 'password'), 'utf8'));
    await cluster.startServer({ ...ALWAYS, ...settings });
    return cluster;
  }

  /** Stops the server that a killed process left running in `folder`, if there is one. */
  static async stopIn(folder: string): Promise<void> {
    if (!existsSync(join(folder, 'data', 'postmaster.pid'))) return;
    const { home, account } = clusterHome(folder);
    const bin = join(await reachableBinaries(embeddedBinaries(), account), 'bin');
    await new EmbeddedCluster(home, bin, account, '').stop();
  }

  /** Address of one database of the cluster, as its owner. */
  url(database = 'postgres'): string {
    return `postgres://accord:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Ends open transactions and sessions, then the server; what was committed stays. */
  async stop(): Promise<void> {
    await this.control('stop', '-m', 'fast', '-w', '-t', '8');
  }

  private async startServer(settings: Record<string, string>): Promise<void> {
    const log = join(this.home, 'server.log');
    for (const giveUpAt = Date.now() + RECOVERY_MS; ; await sleep(250)) {
      if (existsSync(this.lockFile)) await this.stop();
      removeForeignLock(this.lockFile);
      rmSync(log, { force: true });
      this.port = await freePort();
      const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
      const started = await this.control(
        'start',
        '-w',
        '-t',
        '30',
        '-l',
        log,
        '-o',
        `-p ${this.port} ${options.join(' ')}`,
      );
      if (started.code === 0) return;
      if (Date.now() > giveUpAt)
        throw new StartError(`The embedded PostgreSQL does not start: ${why(log, started.output)}`);
    }
  }

  private get lockFile(): string {
    return join(this.home, 'data', 'postmaster.pid');
  }

  private control(command: 'start' | 'stop', ...args: string[]) {
    return runAs(this.account, join(this.bin, 'pg_ctl'), [command, '-D', join(this.home, 'data'), ...args]);
  }
}

/** Into a folder of its own first: a cluster that was interrupted while being made is never taken for a whole one. */
async function initialise(home: string, bin: string, account: Account | null): Promise<void> {
  const [password, unfinished] = [join(home, 'password'), join(home, 'data.unfinished')];
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) chownSync(password, account.uid, account.gid);
  const locale = ['--locale=C.UTF-8', '--encoding=UTF8', '--lc-messages=C'];
  const access = ['-U', 'accord', '-A', 'scram-sha-256', `--pwfile=${password}`];
  const made = await runAs(account, join(bin, 'initdb'), ['-D', unfinished, ...locale, ...access]);
  if (made.code !== 0)
    throw new StartError(`The embedded PostgreSQL cannot be set up in ${home}: ${lastLine(made.output)}`);
  renameSync(unfinished, join(home, 'data'));
}

function why(log: string, output: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8') : output;
  return (
    lines
      .split('\n')
      .findLast((line) => /FATAL|ERROR/.test(line))
      ?.trim() ?? lastLine(lines || output)
  );
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

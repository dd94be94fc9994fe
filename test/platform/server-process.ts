import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A real server process, from the sources. */
export class ServerProcess {
  private static readonly running = new Set<ServerProcess>();

  output = '';
  readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    ServerProcess.running.add(this);
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        ServerProcess.running.delete(this);
        resolve(code);
      });
    });
  }

  /** @param environment What it gets besides the path; it has nothing of ours, such as `DATABASE_URL`. */
  static start(environment: Record<string, string>): ServerProcess {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, NODE_ENV: 'test', ACCORD_DEMO: 'false', ...environment };
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    return new ServerProcess(
      spawn(process.execPath, ['--no-warnings', 'tools/run.mjs', 'apps/api/src/main.ts'], {
        cwd: root,
        env,
        stdio: [...stdio],
      }),
    );
  }

  /** Ends what a failed story has left running. */
  static async stopAll(): Promise<void> {
    for (const server of [...ServerProcess.running]) {
      server.signal('SIGTERM');
      await server.ended;
    }
  }

  /** Resolves to the server's address. @throws {Error} When it ends instead, with what it said. */
  async ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const address = /ready on (\S+)/.exec(this.output)?.[1];
        if (address) resolve(address);
      };
      look();
      this.child.stdout!.on('data', look);
      void this.ended.then((code) => reject(new Error(`The server ended with ${code}: ${this.output}`)));
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Where a server may keep its database and files; gone when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'accord-data-'));
  chmodSync(folder, 0o755); // The account that the database server runs as must get in.
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

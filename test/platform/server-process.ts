import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accordProgram } from './accord-program.js';
import { scratch } from './scratch.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A real server process. */
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

  /**
   * @param environment What it gets besides the path; it has nothing of ours, such as `DATABASE_URL`.
   * @param command What Node runs.
   */
  static start(environment: Record<string, string>, command: readonly string[] = accordProgram('main')): ServerProcess {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, NODE_ENV: 'test', ACCORD_DEMO: 'false', ...environment };
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    return new ServerProcess(
      spawn(process.execPath, ['--no-warnings', ...command], {
        cwd: root,
        env,
        stdio: [...stdio],
      }),
    );
  }

  /** `npm start`, which builds what changed and then serves. */
  static startByNpm(environment: Record<string, string>): ServerProcess {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ACCORD_DEMO: 'false', ...environment };
    return new ServerProcess(spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
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
    return (await this.says(/ready on (\S+)/))[1]!;
  }

  /** Waits until its output matches. @throws {Error} When it ends instead, with what it said. */
  says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(this.output);
        if (found) resolve(found);
      };
      look();
      this.child.stdout!.on('data', look);
      this.child.stderr!.on('data', look);
      void this.ended.then((code) => reject(new Error(`The process ended with ${code}: ${this.output}`)));
    });
  }

  /** `kill -9` of the server, and of the embedded database in `folder` with all its processes. */
  async killTree(folder: string): Promise<void> {
    this.signal('SIGKILL');
    killDatabase(join(folder, 'postgres'));
    await this.ended;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** `kill -9` of the embedded database in `folder`, with all its processes. */
export function killDatabase(folder: string): void {
  const postmaster = Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = processes.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, of]) => of === postmaster);
  for (const pid of [postmaster, ...children.map(([pid]) => pid!)]) kill(pid);
}

/** One that has ended by itself since is as dead as the others. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Where a server may keep its database and files; gone when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(scratch(), 'accord-data-'));
  chmodSync(folder, 0o755); // The account that the database server runs as must get in.
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Where the embedded database of a running server listens. */
export function embeddedUrl(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'connection.json'), 'utf8')).url;
}

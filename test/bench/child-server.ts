import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ChildServer {
  url: string;
  pid: number;
  stop(): void;
}

/** Starts a TypeScript main of this folder in a process of its own; its first line says where it listens. */
export async function childServer(main: string, args: readonly string[], cpuProfile?: string): Promise<ChildServer> {
  const run = fileURLToPath(new URL('../../tools/run.mjs', import.meta.url));
  const file = fileURLToPath(new URL(main, import.meta.url));
  const profile = cpuProfile ? ['--cpu-prof', `--cpu-prof-dir=${cpuProfile}`] : [];
  const child = spawn(process.execPath, ['--no-warnings', ...profile, run, file, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${main} ended with ${code}.`)));
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{"port"')) resolve((JSON.parse(line) as { port: number }).port);
    });
  });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => void child.kill('SIGTERM') };
}

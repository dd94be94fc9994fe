import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The command line, from the sources, on a database. @throws {Error} When it does not end well. */
export async function accord(database: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', 'tools/run.mjs', 'apps/api/src/cli.ts', ...args],
    { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: database }, maxBuffer: 1e8 },
  );
  return stdout;
}

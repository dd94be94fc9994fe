import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface ImportedOnce {
  ms: number;
  peakMiB: number;
}

/** An import in a process of its own, so that its memory is its own. */
export async function importOnce(database: string, file: string): Promise<ImportedOnce> {
  const run = fileURLToPath(new URL('../../tools/run.mjs', import.meta.url));
  const main = fileURLToPath(new URL('./import-process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', run, main, database, file]);
  return JSON.parse(stdout);
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const LAST_BUILD = join(root, 'node_modules/.cache/accord/build.json');
const FOLDERS = {
  '@accord/sla': 'libs/sla',
  '@accord/domain': 'libs/domain',
  '@accord/api': 'apps/api',
  '@accord/web': 'apps/web',
};
const LEFT_OUT = new Set(['dist', 'node_modules', 'generated']);

/**
 * Builds projects and what they need. Asks Nx only when a file is newer than the last build;
 * Nx then builds what changed and takes the rest from its cache.
 *
 * @param {string[]} projects
 * @param {AbortSignal} [signal] Ends the build.
 */
export async function build(projects, signal) {
  const wanted = projects.filter((name) => existsSync(join(root, FOLDERS[name], 'src')));
  const state = fingerprint();
  const last = existsSync(LAST_BUILD) ? JSON.parse(readFileSync(LAST_BUILD, 'utf8')) : {};
  const stale = wanted.filter((name) => last[name] !== state || !existsSync(join(root, FOLDERS[name], 'dist')));
  if (stale.length === 0) return;
  console.log(`Building ${stale.join(', ')} …`);
  await nx(['run-many', '-t', 'build', '-p', stale.join(',')], signal);
  mkdirSync(dirname(LAST_BUILD), { recursive: true });
  writeFileSync(LAST_BUILD, JSON.stringify({ ...last, ...Object.fromEntries(stale.map((name) => [name, state])) }));
}

/** Changes when a source, a schema or a configuration file does: names, sizes and times, not contents. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = ['package-lock.json', '.swcrc', 'nx.json', 'tsconfig.base.json'];
  for (const folder of Object.values(FOLDERS)) files.push(...filesBelow(folder));
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name) && !entry.name.includes('.spec.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Runs Nx without its daemon; its output is shown only when it fails. */
function nx(args, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), ...args], {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGTERM',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${output}`))));
  });
}

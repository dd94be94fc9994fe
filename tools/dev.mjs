// npm run dev: the server restarts at every change of its sources, the client changes under your eyes.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'chokidar';
import './register.mjs';
import { root } from './root.mjs';

const { readConfig } = await import('../apps/api/src/platform/config.ts');
const { openDatabase } = await import('../apps/api/src/platform/database/open-database.ts');

// The database stays up between restarts; to the server it looks like an outside one.
const config = readConfig({ NODE_ENV: 'development', ...process.env });
const database = await openDatabase(config).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const environment = {
  ...process.env,
  NODE_ENV: 'development',
  DATABASE_URL: database.url,
  ACCORD_DEMO: String(config.demo),
};

let server;
let stopping = false;

function startServer() {
  server = run(process.execPath, ['tools/run.mjs', 'apps/api/src/main.ts'], root);
}

function run(command, args, cwd) {
  return spawn(command, args, { cwd, env: environment, stdio: 'inherit' });
}

async function ended(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
}

let restarting = Promise.resolve();
let due;
function restartSoon() {
  clearTimeout(due);
  due = setTimeout(() => {
    restarting = restarting.then(async () => {
      await ended(server);
      if (!stopping) startServer();
    });
  }, 100);
}

startServer();
const sources = ['apps/api/src', 'libs/domain/src', 'libs/sla/src'].map((folder) => join(root, folder));
const watcher = watch(sources, { ignoreInitial: true, ignored: (path) => path.includes('.spec.') }).on(
  'all',
  restartSoon,
);

// Vite proxies /graphql, /uploads and /health to the server's port.
const hasWeb = existsSync(join(root, 'apps/web/src'));
const web = hasWeb && run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], join(root, 'apps/web'));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

async function stop() {
  if (stopping) return;
  stopping = true;
  clearTimeout(due);
  await Promise.all([watcher.close(), restarting, ended(server), web && ended(web)]);
  await database.stop();
  process.exit(0);
}

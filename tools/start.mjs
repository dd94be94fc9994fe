// npm start: builds what changed, then becomes the server, in this one process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

const interrupted = new AbortController();
let built = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted.abort();
    if (built) process.exit(0);
  });
}

// A TERM to npm ends npm and its shell, which tell nobody: who is left without them was meant too.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 200).unref();

try {
  await build(['@accord/api', '@accord/web'], interrupted.signal);
} catch (error) {
  if (!interrupted.signal.aborted) console.error(error.message);
  process.exit(interrupted.signal.aborted ? 0 : 1);
}
built = true;
process.chdir(root);
await import(pathToFileURL(join(root, 'apps/api/dist/main.js')).href); // Takes the signals over.

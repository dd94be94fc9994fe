// npm run accord -- COMMAND: builds what the server needs (not the web client), then is the command line.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

process.env.INIT_CWD = resolve(process.env.INIT_CWD ?? process.cwd()); // Where the files are that people name.
const { log } = console;
console.log = console.error; // Standard output is for what the command has to say.
try {
  await build(['@accord/api']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
console.log = log;
process.chdir(root);
await import(pathToFileURL(join(root, 'apps/api/dist/cli.js')).href);

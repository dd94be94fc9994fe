// node tools/run.mjs FILE.ts [ARGUMENT…]: runs a TypeScript main of the workspace.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import './register.mjs';

const [, , file, ...rest] = process.argv;
if (!file) {
  console.error('Say which file to run: node tools/run.mjs FILE.ts [ARGUMENT…]');
  process.exit(1);
}
process.argv = [process.argv[0], resolve(file), ...rest];
await import(pathToFileURL(resolve(file)).href);

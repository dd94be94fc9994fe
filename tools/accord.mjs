// npm run accord -- COMMAND …: the command line, on the same built code as the server.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

await build(['@accord/api']).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
await import(pathToFileURL(join(root, 'apps/api/dist/cli.js')).href);

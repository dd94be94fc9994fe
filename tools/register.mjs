// node --import ./tools/register.mjs FILE.ts: runs TypeScript sources of the workspace without building them.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);

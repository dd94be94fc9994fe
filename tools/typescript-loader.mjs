import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { root } from './root.mjs';

const CACHE = join(root, 'node_modules/.cache/accord/swc');
const CONFIGURATION = readFileSync(join(root, '.swcrc'), 'utf8');
mkdirSync(CACHE, { recursive: true });

/** Sources import each other as `./x.js`; workspace packages offer theirs under the condition `@accord/source`. */
export async function resolve(specifier, context, nextResolve) {
  const inWorkspace = { ...context, conditions: [...context.conditions, '@accord/source'] };
  if (context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return nextResolve(source.href, inWorkspace);
  }
  return nextResolve(specifier, inWorkspace);
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}

/** Compiled by SWC, once for each content of the file. */
async function compiled(path) {
  const source = readFileSync(path, 'utf8');
  const cached = join(CACHE, createHash('sha256').update(CONFIGURATION).update(path).update(source).digest('hex'));
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const options = { ...JSON.parse(CONFIGURATION), swcrc: false, filename: path, sourceMaps: 'inline' };
  const { code } = await transform(source, options);
  writeFileSync(`${cached}.${process.pid}`, code);
  renameSync(`${cached}.${process.pid}`, cached); // Whole or not at all: several processes compile at once.
  return code;
}

import { DomainError, readServiceFiles, type ServiceFile } from '@accord/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ServiceImports } from '../catalog/versions/service-imports.js';
import { actOf } from './act-of.js';

interface CatalogOptions {
  as: string;
  /** Only says what would come of it. */
  preview?: boolean;
}

/** Every service of a file, or of the YAML files of a folder, becomes a draft; one that is refused stops no other one. @returns The exit code. */
export async function importCatalog(
  accord: INestApplicationContext,
  path: string,
  { as, preview = false }: CatalogOptions,
): Promise<number> {
  const act = await actOf(accord, as);
  const imports = accord.get(ServiceImports, { strict: false });
  let refused = 0;
  const files = await filesIn(path);
  const beside = new Set(files.flatMap(({ file }) => (file instanceof DomainError ? [] : file.service)));
  const brought = new Set<string>();
  for (const { name, file } of files) {
    try {
      if (file instanceof DomainError) throw file;
      assertOnce(brought, file.service);
      const { service, isNew, diff, missing } = await imports.preview(act, file, beside);
      const made = preview ? null : await imports.bring(act, file, beside);
      const done = made ? `draft of version ${made.version.number}` : isNew ? 'would be proposed' : 'would be drafted';
      console.log(`${service}${isNew ? ' (new)' : ''}: ${done}, ${diff.length} differences`);
      for (const sentence of missing) console.log(`  ${sentence}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused += 1;
      console.error(`${name}: refused: ${error.message}`);
    }
  }
  return refused === 0 ? 0 : 1;
}

/** Of two files the second would be written over the first. */
function assertOnce(brought: Set<string>, service: string): void {
  if (brought.has(service)) {
    const sentence = `"${service}" came in this run already; publish that version first, then bring the next one.`;
    throw new DomainError('TWICE', sentence);
  }
  brought.add(service);
}

/** In the order of their names; what cannot be read stands as why. */
async function filesIn(given: string): Promise<{ name: string; file: ServiceFile | DomainError }[]> {
  const path = resolve(process.env.INIT_CWD ?? '.', given);
  const found = await stat(path).catch(() => null);
  if (!found) throw new DomainError('NOT_FOUND', `There is no file or folder ${path}.`);
  const isYaml = (name: string) => /\.ya?ml$/.test(name);
  const paths = found.isDirectory()
    ? (await readdir(path))
        .filter(isYaml)
        .sort()
        .map((name) => join(path, name))
    : [path];
  const files = [];
  for (const one of paths) files.push(...filesOf(one, await readFile(one, 'utf8')));
  return files;
}

function filesOf(name: string, text: string): { name: string; file: ServiceFile | DomainError }[] {
  try {
    return readServiceFiles(text).map((file) => ({ name: `${name}, ${file.service}`, file }));
  } catch (error) {
    if (error instanceof DomainError) return [{ name, file: error }];
    throw error;
  }
}

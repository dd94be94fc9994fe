import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { accord } from './accord-command.js';
import { ADA, onEmptyAccord } from './empty-accord.js';
import { type Proof, proofOf } from './proof.js';

/**
 * Every example of OpenSLO, brought into an empty database by the command, and exported again, is equal:
 * both texts, read as YAML 1.2, hold the same documents in the same order, each with the same fields and values. The order
 * of fields, comments and layout are not compared.
 */
export async function openSlo(freshDatabase: () => Promise<string>, folder: string): Promise<Proof[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.yaml')).sort();
  let equal = 0;
  for (const file of files) equal += Number(await comesBackEqual(await freshDatabase(), join(folder, file)));
  return [proofOf('openslo-files', equal, files.length, { of: 4, ratio: 1 })];
}

function comesBackEqual(database: string, path: string): Promise<boolean> {
  return onEmptyAccord(database, async ({ ada }) => {
    await accord(database, 'import', 'agreements', path, '--as', ADA);
    const exported = await ada.file(`/export/agreements/${basename(path, '.yaml')}.yaml`);
    return isDeepStrictEqual(documentsOf(exported), documentsOf(await readFile(path, 'utf8')));
  });
}

const documentsOf = (text: string): unknown[] => parseAllDocuments(text).map((document) => document.toJS());

import { DomainError } from '@accord/domain';
import { readFile, stat } from 'node:fs/promises';
import { type PublishedFile, readPublishedFile } from '../../agreements/import/published-file.js';

/** Terms are read as a whole, not streamed. */
const LARGEST_BYTES = 16 * 1_048_576;

/** @throws {DomainError} When the file is too large for terms, or has another shape. */
export async function readTerms(path: string): Promise<PublishedFile> {
  if ((await stat(path)).size > LARGEST_BYTES)
    throw new DomainError('UNFIT_FILE', 'Published terms are 16 MiB at most.');
  return readPublishedFile(await readFile(path, 'utf8'));
}

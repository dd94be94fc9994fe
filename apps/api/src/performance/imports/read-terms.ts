import { DomainError } from '@accord/domain';
import { readFile, stat } from 'node:fs/promises';

/** Terms are read as a whole, not streamed. */
const LARGEST_BYTES = 16 * 1_048_576;

/** The text of a file of terms. @throws {DomainError} When the file is too large for terms. */
export async function readTerms(path: string): Promise<string> {
  if ((await stat(path)).size > LARGEST_BYTES)
    throw new DomainError('UNFIT_FILE', 'A file of terms has 16 MiB at most.');
  return readFile(path, 'utf8');
}

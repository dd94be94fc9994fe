import {
  assertHeader,
  columnsOf,
  DelimitedText,
  DomainError,
  type ImportProfile,
  type TextRecord,
} from '@accord/domain';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BrokenFile, firstBytes, isGzip, textOfFile } from './text-of-file.js';

/** What is known of a file that fits its profile. */
export interface ExaminedFile {
  digest: string;
  header: readonly string[];
  /** Line on which the header stands. */
  headerLine: number;
}

/**
 * Reads a file to its end before anything is written: half a file would be half a month.
 *
 * @param fileName What people call it.
 * @throws {DomainError} `UNFIT_FILE` when its first bytes, its encoding or its header do not fit the profile, or it
 *   is damaged or cut.
 */
export async function examineFile(path: string, fileName: string, profile: ImportProfile): Promise<ExaminedFile> {
  await assertText(path, fileName);
  const { delimiter, encoding } = profile.format;
  const reader = new DelimitedText(delimiter);
  let head: TextRecord | undefined;
  try {
    for await (const { text } of textOfFile(path, encoding)) {
      if (head) continue; // Only the encoding of what follows is of interest.
      if (text.includes('\0')) throw unfit('The file is not text.');
      head = reader.read(text)[0];
      if (head) assertHeader(headerOf(head), columnsOf(profile));
    }
  } catch (error) {
    throw error instanceof BrokenFile ? unfit(error.message) : error;
  }
  head ??= reader.end()[0];
  if (!head) throw unfit('The file is empty.');
  const header = headerOf(head);
  assertHeader(header, columnsOf(profile));
  return { digest: await digestOf(path), header, headerLine: head.line };
}

/** SHA-256 of the bytes of a file. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** @throws {DomainError} When the first bytes are those of something else than text. */
export async function assertText(path: string, fileName: string): Promise<void> {
  const start = (await firstBytes(path, 4)).toString('latin1');
  if (start === '') throw unfit('The file is empty.');
  if (start.startsWith('PK')) throw unfit('The file is a ZIP archive or a spreadsheet; save it as CSV.');
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff'))
    throw unfit('The file is UTF-16 text; save it as UTF-8.');
  if (fileName.toLowerCase().endsWith('.gz') && !(await isGzip(path))) {
    throw unfit('The file is named .gz but is not compressed by gzip.');
  }
}

/** The columns that the first record names, trimmed as the profile's are. */
export function headerOf(record: TextRecord): string[] {
  if ('fault' in record) throw unfit(`The first row ${record.fault}.`);
  return record.cells.map((name) => name.trim());
}

function unfit(sentence: string): DomainError {
  return new DomainError('UNFIT_FILE', sentence);
}

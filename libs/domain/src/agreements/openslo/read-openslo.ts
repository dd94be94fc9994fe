import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { DomainError } from '../../domain-error.js';
import { openSloDocument, type OpenSloDocument } from './openslo-document.js';

const MOST_BYTES = 1_048_576;
const MOST_DOCUMENTS = 500;
const MOST_OPENED = 200;
const MOST_INDENTED = 200;

/** Documents in the order of the file, and where in it each part stands. */
export interface OpenSloFile {
  readonly documents: readonly OpenSloDocument[];
  /** Line, from 1, of a part of a document; of the document where the part is not written. */
  lineOf(index: number, path: readonly (string | number)[]): number;
}

/** Whether a text means to be OpenSLO, of whatever version. */
export const isOpenSlo = (text: string): boolean => /^[ \t]*["']?apiVersion["']?:[ \t]*["']?openslo\//m.test(text);

/**
 * Reads YAML of one or many documents of OpenSLO v1.
 *
 * @throws {DomainError} `UNFIT_FILE` with the document and its field, when one is not as OpenSLO v1 says, two of a kind
 *   have the same name, or the file is too large.
 */
export function readOpenSlo(text: string): OpenSloFile {
  if (text.length > MOST_BYTES) throw unfit('it is larger than 1 MiB');
  if (opensTooMuch(text)) throw unfit('it is nested too deeply');
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { version: '1.2', schema: 'core', merge: false, lineCounter: lines });
  const written = [...parsed].filter((document) => document.contents !== null);
  if (written.length > MOST_DOCUMENTS) throw unfit(`it holds more than ${MOST_DOCUMENTS} documents`);
  const documents = written.map((document, i) => openSloDocument(plain(document), [`document ${i + 1}`]));
  if (documents.length === 0) throw unfit('it holds no document');
  assertNamedOnce(documents);
  const at = (document: Document.Parsed, path: readonly (string | number)[]): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    const offset = (node as { range?: [number] } | null | undefined)?.range?.[0] ?? document.contents?.range?.[0] ?? 0;
    return lines.linePos(offset).line;
  };
  return { documents, lineOf: (index, path) => at(written[index]!, path) };
}

function plain(document: Document.Parsed): unknown {
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw unfit(fault.message.split('\n')[0]!.replace(/:$/, ''));
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (isStorable(value)) return value;
  } catch {
    throw unfit('its aliases name too much');
  }
  throw unfit('it holds what is no text and no number');
}

/** No NUL, no half of a pair, and no number without end: no database keeps them. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorable(part));
}

/** Before it is read, since reading takes long where it is deep. */
function opensTooMuch(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_OPENED) return true;
  }
  return new RegExp(`^[ -]{${MOST_INDENTED},}\\S`, 'm').test(text);
}

function assertNamedOnce(documents: readonly OpenSloDocument[]): void {
  const seen = new Set<string>();
  for (const { kind, name } of documents) {
    const id = `${kind} ${name}`;
    if (seen.has(id)) throw unfit(`it holds two documents ${id}`);
    seen.add(id);
  }
}

const unfit = (why: string) => new DomainError('UNFIT_FILE', `This OpenSLO file cannot be read: ${why}.`);

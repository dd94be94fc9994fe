import { DomainError } from '@accord/domain';
import type { Request } from 'express';
import { createGunzip } from 'node:zlib';
import type { RowFormat } from './read-chunks.js';

/** Rows that a machine sends as the body of a request: NDJSON or CSV, also gzipped, as a stream. */
export interface SentRows {
  /** Name of where they come from. */
  source: string;
  format: RowFormat;
  body: AsyncIterable<Buffer>;
}

/** @throws {DomainError} When the source is not named, or the rows are written in another way. */
export function sentRows(request: Request): SentRows {
  const { source } = request.query;
  if (typeof source !== 'string' || source.trim() === '')
    throw new DomainError('SOURCE_MISSING', `Name the source: POST ${request.path}?source=…`, ['source']);
  return { source, format: formatOf(request), body: bytesOf(request) };
}

function formatOf(request: Request): RowFormat {
  if (request.is(['application/x-ndjson', 'application/jsonl'])) return 'ndjson';
  if (request.is('text/csv')) return 'csv';
  throw new DomainError('WRONG_TYPE', 'Send application/x-ndjson or text/csv.');
}

/** @throws {DomainError} Where the stream breaks, or is packed in another way than gzip. */
async function* bytesOf(request: Request): AsyncGenerator<Buffer> {
  const packing = request.get('content-encoding') ?? 'identity';
  if (packing !== 'gzip' && packing !== 'identity')
    throw new DomainError('WRONG_TYPE', 'Send it as it is, or with gzip.');
  // It is left as it is when it is refused, so that an answer can still be sent where it came from.
  const sent = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    yield* packing === 'gzip' ? unpacked(request) : sent;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_'))
      throw new DomainError('UNFIT', 'The gzip data ends early or is damaged; nothing was stored.');
    if (request.errored || request.destroyed) throw new DomainError('CUT_OFF', 'The batch was not sent to its end.');
    throw error;
  }
}

async function* unpacked(request: Request): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  request.on('error', (error) => gunzip.destroy(error));
  request.on('close', () => !request.complete && gunzip.destroy(new Error('The sender broke off.')));
  try {
    yield* request.pipe(gunzip) as AsyncIterable<Buffer>;
  } finally {
    request.unpipe(gunzip);
    gunzip.destroy();
  }
}

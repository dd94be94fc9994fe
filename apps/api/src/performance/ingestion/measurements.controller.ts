import { DomainError, reasonOf } from '@accord/domain';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { createGunzip } from 'node:zlib';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import type { Receipt } from './ingested-batch.js';
import { Ingestion } from './ingestion.js';
import type { MeasurementFormat } from './read-chunks.js';

/** Where machines send what they measured: NDJSON or CSV, also gzipped, as a stream. */
@Controller('measurements')
export class MeasurementsController {
  constructor(private readonly ingestion: Ingestion) {}

  @Post()
  @HttpCode(200)
  async receive(
    @CurrentAct() act: Act,
    @Query('source') source: unknown,
    @Query('correction') correction: unknown,
    @Req() request: Request,
  ): Promise<Receipt> {
    if (typeof source !== 'string' || source.trim() === '')
      throw new DomainError('SOURCE_MISSING', 'Name the source: POST /measurements?source=…', ['source']);
    const format = formatOf(request);
    const reason = correction === undefined ? null : reasonOf(String(correction));
    return this.ingestion.take(act, { source, format, correction: reason, body: bytesOf(request) });
  }
}

function formatOf(request: Request): MeasurementFormat {
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

import { canMeasureSomething, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { nameOfSource, sourceSlug } from '../imports/source-slug.js';
import { IngestedBatch } from './ingested-batch.js';
import { JUDGE_MEASUREMENTS } from './judge-measurements.js';
import { measurementReaders } from './measurement-readers.js';
import { readChunks } from './read-chunks.js';
import type { Receipt } from './receipt.js';
import type { SentRows } from './sent-rows.js';
import { storeStream } from './store-stream.js';
import { Turns } from './turns.js';

/** What a machine sends. */
export interface Sending extends SentRows {
  /** Why rows take the place of what was recorded; null = they do not. */
  correction: string | null;
}

/** Each holds a connection to the database; whoever waits is not read from. */
const AT_ONCE = 4;

/** Takes measurements in from machines. */
@Injectable()
export class Ingestion {
  private readonly turns = new Turns(AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Stores what is new of a batch, durably, and says what became of it. All of it is stored, or, when the sender breaks
   * off or anything fails, nothing; sent again, what is there is there once. It is judged by a job.
   *
   * @throws {DomainError} When the viewer measures nothing, the source brings something else, or the body is unfit.
   */
  async take(act: Act, { source, format, correction, body }: Sending): Promise<Receipt> {
    if (!canMeasureSomething(act.viewer)) throw new DomainError('FORBIDDEN', 'You may not bring measurements.');
    const name = { slug: sourceSlug(source), name: nameOfSource(source, 'source') };
    return this.turns.take(async () => {
      const chunks = readChunks(body, format, measurementReaders(act.at.getTime()));
      const receipt = await storeStream(this.database, chunks, async (tx, coming) => {
        const batch = new IngestedBatch(tx, act, name, correction);
        for await (const chunk of coming) await batch.add(chunk);
        return this.ended(tx, batch);
      });
      this.jobs.wake(JUDGE_MEASUREMENTS);
      return receipt;
    });
  }

  private async ended(tx: EntityManager, batch: IngestedBatch): Promise<Receipt> {
    if (await batch.end()) await this.jobs.enqueue(tx, JUDGE_MEASUREMENTS, {});
    return batch.receipt;
  }
}

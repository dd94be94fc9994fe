import { canMeasureSomething, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ahead } from '../imports/ahead.js';
import { sourceSlug } from '../imports/source-slug.js';
import { IngestedBatch, type Receipt } from './ingested-batch.js';
import { JUDGE_MEASUREMENTS } from './judge-measurements.js';
import { type MeasurementFormat, readChunks } from './read-chunks.js';
import { Turns } from './turns.js';

/** What a machine sends. */
export interface Sending {
  /** Name of its source. */
  source: string;
  format: MeasurementFormat;
  /** Why rows take the place of what was recorded; null = they do not. */
  correction: string | null;
  body: AsyncIterable<Buffer>;
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
    const name = { slug: sourceSlug(source), name: source.trim().slice(0, 200) };
    return this.turns.take(async () => {
      const chunks = ahead(readChunks(body, format, act.at.getTime()));
      const first = await chunks.next(); // So that no transaction waits for the beginning of a slow sender.
      let isBegun = false;
      const receipt = await this.database.transaction(async (tx) => {
        if (isBegun)
          throw new DomainError('TRY_AGAIN', 'Others wrote the same at the same time; send the batch again.');
        isBegun = true;
        const batch = new IngestedBatch(tx, act, name, correction);
        if (!first.done) await batch.add(first.value);
        for await (const chunk of chunks) await batch.add(chunk);
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

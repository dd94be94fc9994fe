import { findDrifts, passingInWords } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { promisesOf } from '../../agreements/chain/chain-world.js';
import { type Found, Findings } from '../findings/findings.js';
import { weeklyFigures } from './weekly-figures.js';

/** Commitments that slowly get worse are found before they are missed. */
@Injectable()
export class Drifts {
  constructor(
    private readonly database: Database,
    private readonly findings: Findings,
  ) {}

  /** Doing it twice changes nothing more. */
  @Job('drifts', { everyMinutes: 1440 })
  async look(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const series = await weeklyFigures(tx, at);
      const limits = new Map(series.map(({ id, limit }) => [id, limit]));
      const promises = await promisesOf(tx, at);
      const found = findDrifts(series).map(({ id, drift, pace }): Found<'drift'> => {
        const facts = {
          level: shown(drift.level),
          target: shown(limits.get(id)!),
          pace: shown(Math.abs(pace)),
          ...passingInWords(drift.passing),
        };
        return { subjectId: id, serviceIds: [promises.get(id)!.serviceId], facts };
      });
      await this.findings.settle(tx, { viewer: null, at }, 'drift', found);
    });
  }
}

const shown = (percent: number): string => String(Number(percent.toFixed(3)));

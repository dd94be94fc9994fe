import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { ensureMonths } from './ensure-months.js';

/** The partitions of this month and the next are there before the first measurement of them is. */
@Injectable()
export class MonthsAhead {
  constructor(private readonly database: Database) {}

  @Job('measurementMonths', { everyMinutes: 1440 })
  async make(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const next = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
    await this.database.transaction((tx) => ensureMonths(tx, [at.getTime(), next]));
  }
}

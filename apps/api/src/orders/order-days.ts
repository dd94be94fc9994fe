import { Injectable } from '@nestjs/common';
import { Job, type JobRun } from '../platform/jobs/job.decorator.js';
import { Acceptances } from './acceptances.js';
import { Handovers } from './fulfilment/handovers.js';
import { Lapses } from './lapses.js';
import { Starts } from './starts.js';

/**
 * What days do to orders, without anybody's act: those that were scheduled begin, open work goes to the team that
 * manages its service by now, what is about a subscription that has ended comes to nothing, and silence accepts.
 */
@Injectable()
export class OrderDays {
  constructor(
    private readonly starts: Starts,
    private readonly handovers: Handovers,
    private readonly lapses: Lapses,
    private readonly acceptances: Acceptances,
  ) {}

  /** Doing it twice changes nothing more. */
  @Job('orderDays', { everyMinutes: 15 })
  async pass(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.starts.startScheduled({ viewer: null, at });
    await this.handovers.run({ viewer: null, at });
    await this.lapses.run({ viewer: null, at });
    await this.acceptances.acceptSilently({ viewer: null, at });
  }
}

import { driftInWords, findDrifts } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { promisesOf } from '../../agreements/chain/chain-world.js';
import { type Found, Findings } from '../findings/findings.js';
import { weeklyArrivals } from './weekly-arrivals.js';
import { weeklyFigures } from './weekly-figures.js';

/** Commitments that slowly get worse are found before they are missed, and sources before they are taken for silent. */
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
      const found = findDrifts(series).map((one): Found<'drift'> => {
        const { id, drift, pace } = one;
        const facts = {
          level: shown(drift.level),
          target: shown(limits.get(id)!),
          pace: shown(Math.abs(pace)),
          ...driftInWords(one),
        };
        return { subjectId: id, serviceIds: [promises.get(id)!.serviceId], facts };
      });
      await this.findings.settle(tx, { viewer: null, at }, 'drift', found);
      await this.arrivals(tx, at);
    });
  }

  private async arrivals(tx: EntityManager, at: Date): Promise<void> {
    const series = await weeklyArrivals(tx, at);
    const byId = new Map(series.map((weekly) => [weekly.id, weekly]));
    const found = findDrifts(series).map((one): Found<'arrivalDrift'> => {
      const { id, drift } = one;
      const { limit, serviceIds } = byId.get(id)!;
      const [level, limitMs] = [drift.level, limit].map((minutes) => String(Math.round(minutes * 60_000)));
      return { subjectId: id, serviceIds, facts: { level: level!, limit: limitMs!, ...driftInWords(one) } };
    });
    await this.findings.settle(tx, { viewer: null, at }, 'arrivalDrift', found);
  }
}

const shown = (percent: number): string => String(Number(percent.toFixed(3)));

import { driftInWords, findDrifts, trendOf } from '@accord/domain';
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
      const byId = new Map(series.map((weekly) => [weekly.id, weekly]));
      const promises = await promisesOf(tx, at);
      const found = findDrifts(series).map((one): Found<'drift'> => {
        const { id, drift, pace } = one;
        const weekly = byId.get(id)!;
        const facts = {
          level: shown(drift.level),
          target: shown(weekly.limit),
          pace: shown(Math.abs(pace)),
          ...driftInWords(one),
        };
        const trend = trendOf(weekly, one, { unit: 'percent', counted: weekly.counted });
        return { subjectId: id, serviceIds: [promises.get(id)!.serviceId], facts, trend };
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
      const weekly = byId.get(id)!;
      const [level, limit] = [drift.level, weekly.limit].map((minutes) => String(Math.round(minutes * MINUTE_MS)));
      const trend = trendOf(weekly, one, { unit: 'ms', counted: 'series', factor: MINUTE_MS });
      const facts = { level: level!, limit: limit!, ...driftInWords(one) };
      return { subjectId: id, serviceIds: weekly.serviceIds, facts, trend };
    });
    await this.findings.settle(tx, { viewer: null, at }, 'arrivalDrift', found);
  }
}

const MINUTE_MS = 60_000;

const shown = (percent: number): string => String(Number(percent.toFixed(3)));

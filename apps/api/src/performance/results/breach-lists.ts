import { assertPeriodId, type PerformanceReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { readPage } from '../read-page.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { BREACHES, type BreachRow } from './breach.loader.js';

export interface BreachesAsked {
  period: string | null;
  /** Who is bound, or delivers the service. */
  providerId: string | null;
  first: number;
  after: string | null;
}

/** Breaches, newest first. */
@Injectable()
export class BreachLists {
  constructor(private readonly database: Database) {}

  page(reach: PerformanceReach, { period, providerId, first, after }: BreachesAsked) {
    if (period) assertPeriodId(period);
    const parameters = new Parameters();
    const conditions = [
      reached(reach, parameters),
      ...(period ? [`r.period = ${parameters.add(period)}`] : []),
      ...(providerId ? [parameters.is('coalesce(a.provider_id, s.provider_id)', providerId)] : []),
    ];
    const from = `JOIN period_result r ON r.id = b.result_id JOIN (${COMMITMENTS}) ON c.id = r.commitment_id`;
    return readPage<BreachRow>(this.database.read, parameters, {
      select: `${BREACHES} ${from} WHERE ${conditions.join(' AND ')}`,
      sortedBy: { at: 'b.at', id: 'b.id' },
      first,
      after,
    });
  }
}

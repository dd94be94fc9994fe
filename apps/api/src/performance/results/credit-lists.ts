import type { PerformanceReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { readPage } from '../read-page.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { CREDIT, type CreditRow } from './breach.loader.js';
import { shownCredit } from './shown-credit.js';

export interface CreditsAsked {
  period: string | null;
  /** Who is bound, or delivers the service. */
  providerId: string | null;
  /** Only what restatements posted. */
  restated: boolean;
  first: number;
  after: string | null;
}

/** Service credits and what restatements posted of them, newest first. */
@Injectable()
export class CreditLists {
  constructor(private readonly database: Database) {}

  async page(reach: PerformanceReach, { period, providerId, restated, first, after }: CreditsAsked) {
    const parameters = new Parameters();
    const conditions = [
      reached(reach, parameters),
      ...(period ? [`r.period = ${parameters.add(period)}`] : []),
      ...(providerId ? [parameters.is('coalesce(a.provider_id, s.provider_id)', providerId)] : []),
      ...(restated ? ['r.revision > 1'] : []),
    ];
    const { edges, ...page } = await readPage<{ id: string; credit: CreditRow }>(this.database.read, parameters, {
      select: `SELECT k.id, k.at, ${CREDIT} AS credit FROM service_credit k
        JOIN period_result r ON r.id = k.result_id JOIN (${COMMITMENTS}) ON c.id = r.commitment_id
        WHERE ${conditions.join(' AND ')}`,
      sortedBy: { at: 'k.at', id: 'k.id' },
      first,
      after,
    });
    return { ...page, edges: edges.map(({ cursor, node }) => ({ cursor, node: shownCredit(node.credit) })) };
  }
}

import { assertPeriodId, type ClaimReach, type ClaimState } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { readPage } from '../read-page.js';
import { readableClaim } from './claim-reach.js';
import type { ClaimEntity } from './claim.entity.js';
import { WAITS_FOR_HAND } from './unbilled-parts.js';

export interface ClaimsAsked {
  states: readonly ClaimState[] | null;
  period: string | null;
  providerId: string | null;
  agreementId: string | null;
  /** Only those that wait for somebody. */
  waiting: boolean;
  first: number;
  after: string | null;
}

/** Columns of a claim `m`, as the entity calls them. */
const COLUMNS = `
  m.id, m.agreement_id AS "agreementId", m.version_id AS "versionId", m.period, m.number, m.state, m.version,
  m.percent::text, m.amount::text, m.currency, m.at, m.reason, m.last_day::text AS "lastDay", m.due_at AS "dueAt",
  m.waiver_asked_by_id AS "waiverAskedById", m.waiver_asked_at AS "waiverAskedAt", m.waiver_reason AS "waiverReason",
  m.explanation`;

/** What was accepted waits for who notes that it was paid, or for the hand that credits what no bill takes. */
const WAITS_FOR_SOMEBODY = `(m.state IN ('claimable', 'claimed', 'disputed') OR m.state = 'accepted' AND (a.kind <> 'sla'
  OR EXISTS (SELECT FROM claim_part p WHERE p.claim_id = m.id AND ${WAITS_FOR_HAND})))`;

/** Claims, newest first. */
@Injectable()
export class ClaimLists {
  constructor(private readonly database: Database) {}

  page(reach: ClaimReach, { states, period, providerId, agreementId, waiting, first, after }: ClaimsAsked) {
    if (period) assertPeriodId(period);
    const parameters = new Parameters();
    const conditions = [
      readableClaim(reach, parameters),
      ...(states ? [`m.state = ANY (${parameters.add(states)}::text[])`] : []),
      ...(waiting ? [WAITS_FOR_SOMEBODY] : []),
      ...(period ? [`m.period = ${parameters.add(period)}`] : []),
      ...(providerId ? [parameters.is('a.provider_id', providerId)] : []),
      ...(agreementId ? [parameters.is('m.agreement_id', agreementId)] : []),
    ];
    return readPage<ClaimEntity>(this.database.read, parameters, {
      select: `SELECT ${COLUMNS} FROM claim m JOIN agreement a ON a.id = m.agreement_id WHERE ${conditions.join(' AND ')}`,
      sortedBy: { at: 'm.at', id: 'm.id' },
      first,
      after,
    });
  }
}

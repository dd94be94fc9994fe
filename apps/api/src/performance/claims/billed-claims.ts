import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { ClaimEntity } from './claim.entity.js';
import { Claims } from './claims.js';
import { lockClaims } from './posted-claims.js';

/**
 * On the bills of the run, and with it whole: a part that nobody was charged for is still owed. Lines of a month that is
 * closed never change.
 */
const CREDITED = `
  SELECT m.id, m.agreement_id AS "agreementId" FROM claim m JOIN bill_line l ON l.claim_id = m.id
   WHERE m.state = 'accepted' AND m.id IN (SELECT o.claim_id FROM bill_line o WHERE o.run_id = $1)
   GROUP BY m.id HAVING sum(l.amount) = -m.amount ORDER BY m.id`;

/** What the closing of a month of charges does to the claims on its bills. */
@Injectable()
export class BilledClaims {
  constructor(private readonly claims: Claims) {}

  /** @param month Such as `2026-03`: it says on which bill. */
  async credit(tx: EntityManager, act: PublicAct, { runId, month }: { runId: string; month: string }): Promise<void> {
    const rows: { id: string; agreementId: string }[] = await tx.query(CREDITED, [runId]);
    await lockClaims(tx, [...new Set(rows.map(({ agreementId }) => agreementId))]);
    const claims = await tx.find(ClaimEntity, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
    for (const claim of claims)
      await this.claims.moved(tx, { viewer: null, at: act.at }, claim, 'bill', `Bill of ${month}.`);
  }
}

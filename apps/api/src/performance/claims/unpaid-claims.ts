import type { EntityManager } from 'typeorm';
import type { ClaimEntity } from './claim.entity.js';

/** What the accepted claims of a period under an OLA or UC come to, where something of it was taken back. */
export interface Unpaid {
  claimId: string;
  amount: string;
  currency: string;
}

/** On claims `m` of agreements `a`: agreed with a provider, and not paid yet. */
const WAITS_FOR_PAYMENT = `(a.kind <> 'sla' AND m.state = 'accepted')`;

/**
 * Those of the claims that are paid together with others of their period, since something was taken back before it was
 * paid: that is one payment, not one there and one back.
 */
export function unpaidOf(manager: EntityManager, claimIds: readonly string[]): Promise<Unpaid[]> {
  return manager.query(
    `SELECT k.id AS "claimId", sum(m.amount)::text AS amount, k.currency
       FROM claim k JOIN agreement a ON a.id = k.agreement_id
         JOIN claim m ON m.agreement_id = k.agreement_id AND m.period = k.period AND ${WAITS_FOR_PAYMENT}
      WHERE k.id = ANY ($1::uuid[])
      GROUP BY k.id HAVING bool_or(m.id = k.id) AND count(*) > 1 AND bool_or(m.amount < 0) ORDER BY k.id`,
    [claimIds],
  );
}

/** The ids of all claims that are paid together with one, by number. They must be locked. */
export async function paidTogether(tx: EntityManager, { agreementId, period }: ClaimEntity): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT m.id FROM claim m JOIN agreement a ON a.id = m.agreement_id
      WHERE m.agreement_id = $1 AND m.period = $2 AND ${WAITS_FOR_PAYMENT} ORDER BY m.number`,
    [agreementId, period],
  );
  return rows.map(({ id }) => id);
}

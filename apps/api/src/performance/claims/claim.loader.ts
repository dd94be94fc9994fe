import { type ClaimPartBilling, reachOfClaims } from '@accord/domain';
import { In } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { ClaimEventEntity } from './claim-event.entity.js';
import { readableClaim } from './claim-reach.js';
import { ClaimEntity } from './claim.entity.js';
import { type Unbilled, unbilledOf } from './unbilled-parts.js';
import { type Unpaid, unpaidOf } from './unpaid-claims.js';

/** Claims that the viewer may see; null for others. */
export const claimById = defineLoader<string, ClaimEntity | null>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible: { id: string }[] = await manager.query(
    `SELECT m.id FROM claim m JOIN agreement a ON a.id = m.agreement_id
      WHERE m.id = ANY (${parameters.add(ids)}::uuid[]) AND ${readableClaim(reachOfClaims(act.viewer!), parameters)}`,
    parameters.values,
  );
  const claims = await manager.findBy(ClaimEntity, { id: In(visible.map(({ id }) => id)) });
  return inOrderOf(ids, claims, ({ id }) => id);
});

/** A part of a claim, and what becomes of it. */
export interface ClaimPartRow {
  claimId: string;
  commitmentId: string;
  creditId: string;
  amount: string;
  currency: string;
  /** null where no bill has to do with it. */
  billing: ClaimPartBilling | null;
}

const BILLING = `
  CASE WHEN a.kind <> 'sla' OR m.state NOT IN ('accepted', 'credited') THEN NULL
    WHEN p.set_off THEN 'setOff'
    WHEN p.credited_at IS NOT NULL THEN 'byHand'
    WHEN p.unbilled_at IS NOT NULL THEN 'unbilled'
    WHEN EXISTS (SELECT FROM charge_case i WHERE i.claim_id = p.claim_id AND i.credit_id = p.credit_id) THEN 'billed'
    ELSE 'awaited'
  END`;

export const partsOfClaim = defineLoader<string, ClaimPartRow[]>(async (ids, { manager }) => {
  const rows: ClaimPartRow[] = await manager.query(
    `SELECT p.claim_id AS "claimId", p.commitment_id AS "commitmentId", p.credit_id AS "creditId", p.amount::text, m.currency,
            ${BILLING} AS billing
         FROM claim_part p JOIN claim m ON m.id = p.claim_id JOIN agreement a ON a.id = m.agreement_id WHERE p.claim_id = ANY ($1::uuid[])
        ORDER BY abs(p.amount) DESC, p.commitment_id`,
    [ids],
  );
  return groupedBy(ids, rows, ({ claimId }) => claimId);
});

/** What is credited by hand with the claim; null where a bill takes all of it. */
export const unbilledOfClaim = defineLoader<string, Unbilled | null>(async (ids, { manager }) =>
  inOrderOf(ids, await unbilledOf(manager, ids), ({ claimId }) => claimId),
);

/** What is paid together with the claim; null where it is paid by itself. */
export const unpaidOfClaim = defineLoader<string, Unpaid | null>(async (ids, { manager }) =>
  inOrderOf(ids, await unpaidOf(manager, ids), ({ claimId }) => claimId),
);

/** Other claims of its period that the viewer may see, by number. */
export const claimsBeside = defineLoader<string, ClaimEntity[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const pairs: { id: string; besideId: string }[] = await manager.query(
    `SELECT k.id, m.id AS "besideId" FROM claim k
       JOIN claim m ON m.agreement_id = k.agreement_id AND m.period = k.period AND m.id <> k.id
       JOIN agreement a ON a.id = m.agreement_id
      WHERE k.id = ANY (${parameters.add(ids)}::uuid[]) AND ${readableClaim(reachOfClaims(act.viewer!), parameters)}
      ORDER BY m.number`,
    parameters.values,
  );
  const claims = await manager.findBy(ClaimEntity, { id: In(pairs.map(({ besideId }) => besideId)) });
  return groupedBy(ids, pairs, ({ id }) => id).map((own) =>
    own.map(({ besideId }) => claims.find(({ id }) => id === besideId)!),
  );
});

/** Oldest first. */
export const eventsOfClaim = defineLoader<string, ClaimEventEntity[]>(async (ids, { manager }) => {
  const events = await manager.find(ClaimEventEntity, {
    where: { claimId: In([...ids]) },
    order: { at: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, events, ({ claimId }) => claimId);
});

/** By credit: the newest claim that it has a part in. */
export const claimOfCredit = defineLoader<string, string | null>(async (ids, { manager }) => {
  const rows: { creditId: string; claimId: string }[] = await manager.query(
    `SELECT DISTINCT ON (p.credit_id) p.credit_id AS "creditId", p.claim_id AS "claimId"
       FROM claim_part p JOIN claim m ON m.id = p.claim_id WHERE p.credit_id = ANY ($1::uuid[])
      ORDER BY p.credit_id, m.number DESC`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ creditId }) => creditId).map((row) => row?.claimId ?? null);
});

/**
 * By credit: its share of what is owed for the period, over all claims of that which were not cancelled; null where no
 * claim stands and where a newer revision took the place of the credit.
 */
export const owedOfCredit = defineLoader<string, { amount: string; currency: string } | null>(
  async (ids, { manager }) => {
    const rows: { creditId: string; amount: string; currency: string }[] = await manager.query(
      `SELECT k.id AS "creditId", coalesce(sum(p.amount), 0)::text AS amount, min(m.currency) AS currency
         FROM service_credit k
         JOIN period_result r ON r.id = k.result_id AND r.state = 'frozen'
         JOIN commitment c ON c.id = r.commitment_id
         JOIN claim m ON m.agreement_id = c.agreement_id AND m.period = r.period AND m.state <> 'cancelled'
         LEFT JOIN claim_part p ON p.claim_id = m.id AND p.commitment_id = c.id
        WHERE k.id = ANY ($1::uuid[]) GROUP BY k.id`,
      [ids],
    );
    return inOrderOf(ids, rows, ({ creditId }) => creditId);
  },
);

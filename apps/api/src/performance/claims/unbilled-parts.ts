import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import type { ClaimEntity } from './claim.entity.js';

/** A part of a claim. */
export interface PartKey {
  claimId: string;
  commitmentId: string;
}

/** On parts `p`: on a bill that never changes any more. */
const ON_CLOSED_BILL = `
  EXISTS (SELECT FROM charge_case i JOIN charge_run r ON r.id = i.run_id
    WHERE i.claim_id = p.claim_id AND i.credit_id = p.credit_id AND r.state = 'closed')`;

/** On parts `p` of claims `m`: nothing of it is to be paid any more. */
export const PART_IS_CREDITED = `(m.state = 'credited' OR p.credited_at IS NOT NULL OR ${ON_CLOSED_BILL})`;

/** On parts `p` of claims `m`: it is left to be credited by hand, and nobody did. */
export const WAITS_FOR_HAND = `(m.state = 'accepted' AND p.unbilled_at IS NOT NULL AND p.credited_at IS NULL)`;

/** What claims of a period come to that no bill takes. */
export interface Unbilled {
  claimId: string;
  amount: string;
  currency: string;
  /** Other claims of the period have a part in it. */
  isTogether: boolean;
}

/**
 * Those of the claims that have parts that no bill takes and that are not credited yet, with what all such parts of the
 * period come to: they are credited together, so that nothing is taken back before it was given.
 */
export function unbilledOf(manager: EntityManager, claimIds: readonly string[]): Promise<Unbilled[]> {
  return manager.query(
    `SELECT k.id AS "claimId", sum(p.amount)::text AS amount, k.currency, bool_or(m.id <> k.id) AS "isTogether"
       FROM claim k JOIN claim m ON m.agreement_id = k.agreement_id AND m.period = k.period
         JOIN claim_part p ON p.claim_id = m.id AND ${WAITS_FOR_HAND}
      WHERE k.id = ANY ($1::uuid[]) GROUP BY k.id HAVING bool_or(m.id = k.id) ORDER BY k.id`,
    [claimIds],
  );
}

/** What of a claim was just credited; `isLast` when with that all of it is. */
export interface CreditedClaim {
  claimId: string;
  amount: string;
  isLast: boolean;
}

const changedIn = (claims: string, change: string) => `
  WITH changed AS (
    UPDATE claim_part p SET ${change} FROM claim m WHERE m.id = p.claim_id AND ${WAITS_FOR_HAND} AND ${claims}
    RETURNING p.claim_id, p.commitment_id, p.amount
  )
  SELECT m.id AS "claimId", sum(c.amount)::text AS amount,
      bool_and(c.claim_id IS NOT NULL OR ${PART_IS_CREDITED}) AS "isLast"
    FROM claim m JOIN claim_part p ON p.claim_id = m.id
      LEFT JOIN changed c ON c.claim_id = p.claim_id AND c.commitment_id = p.commitment_id
   WHERE m.id IN (SELECT claim_id FROM changed) GROUP BY m.id, m.number ORDER BY m.number`;

/** Credits by hand what no bill takes of all claims of the period. They must be locked. */
export function creditUnbilled(tx: EntityManager, { at }: PublicAct, claim: ClaimEntity): Promise<CreditedClaim[]> {
  return tx.query(changedIn('m.agreement_id = $1 AND m.period = $2', 'credited_at = $3'), [
    claim.agreementId,
    claim.period,
    at,
  ]);
}

/** Where parts of one commitment and period come to nothing before anybody credited them, none is given nor taken back. */
export function setOffUnbilled(
  tx: EntityManager,
  { at }: PublicAct,
  claimIds: readonly string[],
): Promise<CreditedClaim[]> {
  const cancelledOut = `(m.agreement_id, m.period, p.commitment_id) IN (
    SELECT m.agreement_id, m.period, p.commitment_id FROM claim k
      JOIN claim m ON m.agreement_id = k.agreement_id AND m.period = k.period
      JOIN claim_part p ON p.claim_id = m.id AND ${WAITS_FOR_HAND}
     WHERE k.id = ANY ($1::uuid[]) GROUP BY k.id, m.agreement_id, m.period, p.commitment_id HAVING sum(p.amount) = 0)`;
  return tx.query(changedIn(cancelledOut, 'credited_at = $2, set_off = true'), [claimIds, at]);
}

/** Parts of a claim of whose commitment and period it is known already that no bill takes anything. */
export function foundUnbilled(tx: EntityManager, claimId: string): Promise<PartKey[]> {
  return tx.query(
    `SELECT p.claim_id AS "claimId", p.commitment_id AS "commitmentId" FROM claim m JOIN claim_part p ON p.claim_id = m.id
      WHERE m.id = $1 AND m.state = 'accepted' AND EXISTS (SELECT FROM claim o JOIN claim_part h ON h.claim_id = o.id
        WHERE o.agreement_id = m.agreement_id AND o.period = m.period AND o.id <> m.id
          AND h.commitment_id = p.commitment_id AND h.unbilled_at IS NOT NULL)`,
    [claimId],
  );
}

/** Claims that are credited together with these changed by that. @returns Claims with a part of which it was not known before. */
export async function leaveToHand(tx: EntityManager, { at }: PublicAct, parts: readonly PartKey[]): Promise<string[]> {
  const [rows]: [{ claimId: string }[]] = await tx.query(
    `UPDATE claim_part p SET unbilled_at = $3
       FROM unnest($1::uuid[], $2::uuid[]) AS k(claim_id, commitment_id)
      WHERE p.claim_id = k.claim_id AND p.commitment_id = k.commitment_id AND p.unbilled_at IS NULL
     RETURNING p.claim_id AS "claimId"`,
    [...keysOf(parts), at],
  );
  const ids = [...new Set(rows.map(({ claimId }) => claimId))].sort();
  await tx.query(
    `UPDATE claim SET version = version + 1 WHERE id IN (
       SELECT m.id FROM claim k JOIN claim m ON m.agreement_id = k.agreement_id AND m.period = k.period
         JOIN claim_part p ON p.claim_id = m.id AND ${WAITS_FOR_HAND} WHERE k.id = ANY ($1::uuid[]))`,
    [ids],
  );
  return ids;
}

/** A bill takes them after all: the first month of charges was opened since. */
export async function leaveToBill(tx: EntityManager, parts: readonly PartKey[]): Promise<void> {
  await tx.query(
    `UPDATE claim_part p SET unbilled_at = NULL
       FROM unnest($1::uuid[], $2::uuid[]) AS k(claim_id, commitment_id)
      WHERE p.claim_id = k.claim_id AND p.commitment_id = k.commitment_id
        AND p.unbilled_at IS NOT NULL AND p.credited_at IS NULL`,
    keysOf(parts),
  );
}

const keysOf = (parts: readonly PartKey[]): [claims: string[], commitments: string[]] => [
  parts.map(({ claimId }) => claimId),
  parts.map(({ commitmentId }) => commitmentId),
];

import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { ClaimMoves } from './claim-moves.js';
import { ClaimEntity } from './claim.entity.js';
import { HandCredits } from './hand-credits.js';
import { lockClaims } from './posted-claims.js';
import { leaveToBill, type PartKey, PART_IS_CREDITED } from './unbilled-parts.js';

const ON_BILLS = `
  SELECT m.id, m.agreement_id AS "agreementId" FROM claim m
   WHERE m.state = 'accepted' AND m.id IN (SELECT c.claim_id FROM charge_case c WHERE c.run_id = $1)`;

/** Whole: on closed bills, or by hand. Lines of a month that is closed never change. */
const CREDITED = `
  SELECT m.id FROM claim m JOIN claim_part p ON p.claim_id = m.id
   WHERE m.state = 'accepted' AND m.id = ANY ($1::uuid[])
   GROUP BY m.id HAVING bool_and(${PART_IS_CREDITED}) ORDER BY m.id`;

/** Nobody is charged for anything as long as no month of charges was ever opened. */
const NEVER_CHARGED = `
  SELECT p.claim_id AS "claimId", p.commitment_id AS "commitmentId", m.agreement_id AS "agreementId"
    FROM claim m JOIN claim_part p ON p.claim_id = m.id JOIN agreement a ON a.id = m.agreement_id
   WHERE m.state = 'accepted' AND a.kind = 'sla' AND p.unbilled_at IS NULL AND NOT EXISTS (SELECT FROM charge_run)`;

/** What bills do to claims: they credit them, or leave them to be credited by hand. */
@Injectable()
export class BilledClaims {
  constructor(
    private readonly moves: ClaimMoves,
    private readonly byHand: HandCredits,
  ) {}

  /** After a month of charges was closed. @param month Such as `2026-03`: it says on which bill. */
  async credit(tx: EntityManager, act: PublicAct, { runId, month }: { runId: string; month: string }): Promise<void> {
    const rows: { id: string; agreementId: string }[] = await tx.query(ON_BILLS, [runId]);
    await lockClaims(tx, [...new Set(rows.map(({ agreementId }) => agreementId))]);
    // Only now: what no bill takes of them may have been credited by hand at the same time.
    const whole: { id: string }[] = await tx.query(CREDITED, [rows.map(({ id }) => id)]);
    const claims = await tx.find(ClaimEntity, { where: { id: In(whole.map(({ id }) => id)) }, order: { id: 'ASC' } });
    for (const claim of claims)
      await this.moves.make(tx, { viewer: null, at: act.at }, claim, 'bill', `Bill of ${month}.`);
  }

  /**
   * What the reckoning of a month found. Who owes what no bill takes is told, once. The claims must be locked.
   *
   * @param found.billed Parts that are on a bill now, or wait for one.
   * @param found.unbilled Parts that no bill will ever take: nobody was charged for what they are about.
   */
  async sorted(tx: EntityManager, act: PublicAct, found: { billed: PartKey[]; unbilled: PartKey[] }): Promise<void> {
    await leaveToBill(tx, found.billed);
    await this.byHand.leave(tx, act, found.unbilled);
  }

  /** Where no month of charges was ever opened, no bill takes anything. */
  async neverCharged(tx: EntityManager, act: PublicAct): Promise<void> {
    const found: (PartKey & { agreementId: string })[] = await tx.query(NEVER_CHARGED);
    await lockClaims(tx, [...new Set(found.map(({ agreementId }) => agreementId))]);
    await this.sorted(tx, act, { billed: [], unbilled: found });
  }
}

import {
  assertMayMoveClaim,
  type ClaimMove,
  claimNote,
  type ClaimStanding,
  DomainError,
  givingUp,
  isGivenUp,
  movedClaim,
  paymentNote,
  reasonOf,
  reachOfClaims,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { subjectsOf } from '../../agreements/agreement-subject.js';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { ClaimMoves } from './claim-moves.js';
import { readableClaim } from './claim-reach.js';
import { ClaimEntity } from './claim.entity.js';
import { lockClaims } from './posted-claims.js';
import { Settlements } from './settlements.js';
import { creditUnbilled, unbilledOf } from './unbilled-parts.js';
import { paidTogether, unpaidOf } from './unpaid-claims.js';

/** What people do with claims: ask for them, answer them, give them up by two, note that they were paid. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly settlements: Settlements,
    private readonly moves: ClaimMoves,
  ) {}

  /** @throws {DomainError} When it is not the viewer's to ask for, it is not to be asked for any more, or it is too late. */
  claim(act: Act, id: string, version: number): Promise<ClaimEntity> {
    return this.move(act, id, version, (claim) => {
      if (claim.dueAt && claim.dueAt <= act.at && claim.state === 'claimable')
        throw new DomainError('TOO_LATE', `It could be claimed until ${claim.lastDay}.`, ['id']);
      return 'claim';
    });
  }

  /** @param note What the debtor answered where they have no account here. */
  accept(act: Act, id: string, version: number, note: string | null): Promise<ClaimEntity> {
    return this.move(act, id, version, () => 'accept', claimNote(note));
  }

  dispute(act: Act, id: string, version: number, reason: string): Promise<ClaimEntity> {
    return this.move(act, id, version, () => 'dispute', reasonOf(reason));
  }

  insist(act: Act, id: string, version: number, reason: string): Promise<ClaimEntity> {
    return this.move(act, id, version, () => 'insist', reasonOf(reason));
  }

  /**
   * Notes that it was paid, with what was taken back of it. Of an SLA: credits what no bill takes of all claims of the period; of the rest
   * the bill does.
   *
   * @param note By what it was paid, such as the number of a credit note.
   */
  credit(act: Act, id: string, version: number, note: string): Promise<ClaimEntity> {
    const reason = paymentNote(note);
    return this.database.transaction(async (tx) => {
      const claim = await this.locked(tx, act, id);
      assertFresh(claim, version);
      const standing = await standingOf(tx, claim);
      assertMayMoveClaim(act.viewer, 'credit', standing);
      movedClaim('credit', claim.state, reason);
      if (standing.agreement.kind !== 'sla') return this.paid(tx, act, claim, reason);
      for (const { claimId, amount, isLast } of await creditUnbilled(tx, act, claim)) {
        const one = claimId === id ? claim : await tx.findOneByOrFail(ClaimEntity, { id: claimId });
        await this.moves.make(tx, act, one, isLast ? 'credit' : 'creditPart', reason, amount);
      }
      return claim;
    });
  }

  /** With it the others of its period, where something was taken back of them since they were accepted. */
  private async paid(tx: EntityManager, act: Act, claim: ClaimEntity, reason: string): Promise<ClaimEntity> {
    const [together] = await unpaidOf(tx, [claim.id]);
    for (const id of together ? await paidTogether(tx, claim) : [claim.id]) {
      const one = id === claim.id ? claim : await tx.findOneByOrFail(ClaimEntity, { id });
      await this.moves.make(tx, act, one, 'credit', reason);
    }
    return claim;
  }

  /** To give it up is what two decide. */
  askWaiver(act: Act, id: string, version: number, reason: string): Promise<ClaimEntity> {
    return this.move(act, id, version, () => 'askWaiver', reasonOf(reason));
  }

  /** Of another person than who asked. @throws {DomainError} Unless somebody asked for it. */
  approveWaiver(act: Act, id: string, version: number): Promise<ClaimEntity> {
    return this.move(act, id, version, ({ state }) => givingUp(state));
  }

  refuseWaiver(act: Act, id: string, version: number, reason: string): Promise<ClaimEntity> {
    return this.move(act, id, version, () => 'refuseWaiver', reasonOf(reason));
  }

  private move(
    act: Act,
    id: string,
    version: number,
    moveOf: (claim: ClaimEntity) => ClaimMove,
    reason: string | null = null,
  ): Promise<ClaimEntity> {
    return this.database.transaction(async (tx) => {
      const claim = await this.locked(tx, act, id);
      assertFresh(claim, version);
      const move = moveOf(claim);
      assertMayMoveClaim(act.viewer, move, await standingOf(tx, claim));
      return this.moved(tx, act, claim, move, reason);
    });
  }

  /** Makes a move that nobody has to be allowed; the claims of its agreement must be locked. */
  async moved(
    tx: EntityManager,
    act: PublicAct,
    claim: ClaimEntity,
    move: ClaimMove,
    reason: string | null,
  ): Promise<ClaimEntity> {
    await this.moves.make(tx, act, claim, move, reason);
    if (isGivenUp(claim.state)) await this.settlements.settleAround(tx, act, claim);
    return claim;
  }

  /** The claim, with all of its agreement kept from others. @throws {DomainError} When there is none, or none that the viewer may know of. */
  private async locked(tx: EntityManager, act: Act, id: string): Promise<ClaimEntity> {
    const parameters = new Parameters();
    const reached = readableClaim(reachOfClaims(act.viewer), parameters);
    const [known]: { agreementId: string }[] = isUUID(id)
      ? await tx.query(
          `SELECT m.agreement_id AS "agreementId" FROM claim m JOIN agreement a ON a.id = m.agreement_id
            WHERE m.id = ${parameters.add(id)} AND ${reached}`,
          parameters.values,
        )
      : [];
    if (!known) throw new DomainError('NOT_FOUND', 'There is no such claim.', ['id']);
    await lockClaims(tx, [known.agreementId]);
    return tx.findOneByOrFail(ClaimEntity, { id });
  }
}

async function standingOf(
  tx: EntityManager,
  { id, state, waiverAskedById, agreementId }: ClaimEntity,
): Promise<ClaimStanding> {
  const [agreement] = await subjectsOf(tx, [agreementId]);
  const isUnbilled = (await unbilledOf(tx, [id])).length > 0;
  return { state, waiverAskedById, agreement: agreement!, isUnbilled };
}

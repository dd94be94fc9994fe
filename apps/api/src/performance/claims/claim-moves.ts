import { type ClaimMove, isGivenUp, movedClaim } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ClaimEventEntity } from './claim-event.entity.js';
import { ClaimNotices } from './claim-notices.js';
import { ClaimEntity } from './claim.entity.js';

/** Makes moves of claims, keeps who made them and why, and tells both sides. */
@Injectable()
export class ClaimMoves {
  constructor(
    private readonly audit: Audit,
    private readonly notices: ClaimNotices,
  ) {}

  /**
   * Makes a move that nobody has to be allowed; the claims of its agreement must be locked.
   *
   * @param amount What of the claim it is about.
   */
  async make(
    tx: EntityManager,
    act: PublicAct,
    claim: ClaimEntity,
    move: ClaimMove,
    reason: string | null,
    amount: string = claim.amount,
  ): Promise<void> {
    const before = { ...claim };
    Object.assign(claim, changesOf(act, claim, move, reason), { version: claim.version + 1 });
    await tx.save(ClaimEntity, claim);
    const { state } = claim;
    const byId = act.viewer?.personId ?? null;
    await tx.insert(ClaimEventEntity, {
      id: uuidv7(act.at),
      claimId: claim.id,
      move,
      state,
      amount,
      at: act.at,
      byId,
      reason,
    });
    await this.audit.record(
      tx,
      { ...act, reason: reason ?? undefined },
      `claim.${move}`,
      { type: 'claim', id: claim.id },
      before,
      claim,
    );
    if (move === 'expire') await this.notices.expired(tx, act, claim);
    else if (move !== 'bill') await this.notices.moved(tx, act, { ...claim, amount }, move, reason);
  }
}

function changesOf({ viewer, at }: PublicAct, { state: before }: ClaimEntity, move: ClaimMove, reason: string | null) {
  const state = movedClaim(move, before, reason);
  // What its own side thinks of giving it up is left as it is by an answer that leaves it open.
  if (move === 'dispute') return { state };
  const waiver =
    move === 'askWaiver'
      ? { waiverAskedById: viewer!.personId, waiverAskedAt: at, waiverReason: reason }
      : { waiverAskedById: null, waiverAskedAt: null, waiverReason: null };
  // What was given up keeps who proposed it and who agreed.
  if (isGivenUp(state) && viewer) return { state, waivedById: viewer.personId };
  return { state, ...waiver, ...(state === 'accepted' && { acceptedAt: at }) };
}

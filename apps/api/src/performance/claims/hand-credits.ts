import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { ClaimMoves } from './claim-moves.js';
import { ClaimNotices } from './claim-notices.js';
import { ClaimEntity } from './claim.entity.js';
import { paidTogether, unpaidOf } from './unpaid-claims.js';
import { foundUnbilled, leaveToHand, type PartKey, setOffUnbilled, unbilledOf } from './unbilled-parts.js';

/** What becomes of parts of claims that no bill takes. */
@Injectable()
export class HandCredits {
  constructor(
    private readonly moves: ClaimMoves,
    private readonly notices: ClaimNotices,
  ) {}

  /**
   * Leaves the parts to be credited by hand. Those that cancel each other out are set off at once; who owes what is left is
   * told, once for all claims of a period. The claims must be locked.
   */
  async leave(tx: EntityManager, { at }: PublicAct, parts: readonly PartKey[]): Promise<void> {
    const act = { viewer: null, at };
    const ids = await leaveToHand(tx, act, parts);
    const setOff = await setOffUnbilled(tx, act, ids);
    for (const { claimId, amount, isLast } of setOff) {
      const claim = await tx.findOneByOrFail(ClaimEntity, { id: claimId });
      await this.moves.make(tx, act, claim, isLast ? 'setOff' : 'setOffPart', SET_OFF, amount);
    }
    const told = new Set<string>();
    const claims = await tx.find(ClaimEntity, { where: { id: In(ids) }, order: { id: 'ASC' } });
    for (const { claimId, amount } of await unbilledOf(tx, ids)) {
      const claim = claims.find(({ id }) => id === claimId)!;
      const period = `${claim.agreementId} ${claim.period}`;
      if (!told.has(period)) await this.notices.unbilled(tx, act, { ...claim, amount });
      told.add(period);
    }
  }

  /**
   * A further claim of a period of which it is known that no bill takes anything; or that takes back all that a provider
   * had not paid yet. It must be locked.
   */
  async follow(tx: EntityManager, act: PublicAct, claim: ClaimEntity): Promise<void> {
    const found = await foundUnbilled(tx, claim.id);
    if (found.length > 0) await this.leave(tx, act, found);
    const [unpaid] = await unpaidOf(tx, [claim.id]);
    if (!unpaid || Number(unpaid.amount) !== 0) return;
    for (const id of await paidTogether(tx, claim)) {
      const one = await tx.findOneByOrFail(ClaimEntity, { id });
      await this.moves.make(tx, { viewer: null, at: act.at }, one, 'setOff', NOT_PAID);
    }
  }
}

const NOT_PAID = 'It was taken back before it was paid.';
const SET_OFF = 'It was taken back before anybody had credited it.';

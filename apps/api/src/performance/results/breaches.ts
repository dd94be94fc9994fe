import { isBreach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';
import type { Judged } from '../evaluation/judge-period.js';
import { BreachEntity } from './breach.entity.js';
import { ServiceCreditEntity } from './service-credit.entity.js';

/** A result that was just frozen, and the judgement it holds. */
interface Frozen {
  readonly id: string;
  readonly judged: Judged;
}

/** What a missed promise leads to: the breach on record, and the credit owed for it. */
@Injectable()
export class Breaches {
  /** Of a period closed for the first time. */
  async close(tx: EntityManager, at: Date, frozen: Frozen): Promise<void> {
    if (!isBreach(frozen.judged.judgement)) return;
    await breach(tx, at, frozen);
    await credit(tx, at, frozen, null);
  }

  /**
   * Of a restated one: the breach of the old revision stands no longer, its credit is adjusted or falls away. Either
   * way the difference is posted with the new revision, so that all differences add up to what is owed.
   */
  async restate(tx: EntityManager, at: Date, oldResultId: string, frozen: Frozen): Promise<void> {
    const former = await tx.findOneBy(ServiceCreditEntity, { resultId: oldResultId });
    const again = isBreach(frozen.judged.judgement);
    await tx.update(BreachEntity, { resultId: oldResultId }, { supersededAt: at });
    if (former) await tx.update(ServiceCreditEntity, former.id, { state: again ? 'adjusted' : 'cancelled' });
    if (again) await breach(tx, at, frozen);
    if (again || Number(former?.amount)) await credit(tx, at, frozen, former?.amount ?? '0');
  }
}

async function breach(tx: EntityManager, at: Date, { id: resultId }: Frozen): Promise<void> {
  await tx.insert(BreachEntity, { id: uuidv7(at), resultId, at, supersededAt: null });
}

/** @param former Amount of the credit that this one takes the place of; null when it takes no place. */
async function credit(
  tx: EntityManager,
  at: Date,
  { id: resultId, judged: { judgement, charge, commitment } }: Frozen,
  former: string | null,
): Promise<void> {
  if (!judgement.credit) return;
  const { percent, amount, capped, belowMinimum, explanation } = judgement.credit;
  await tx.insert(ServiceCreditEntity, {
    id: uuidv7(at),
    resultId,
    percent,
    charge: charge && charge.charge.amount,
    amount,
    currency: commitment.currency,
    capped,
    belowMinimum,
    state: 'computed',
    difference: former === null || amount === null ? null : new Decimal(amount).minus(former).toFixed(),
    explanation: [...(charge?.explanation ?? []), ...explanation],
  });
}

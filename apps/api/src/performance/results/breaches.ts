import { isBreach, monthsOf } from '@accord/domain';
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
    if (isBreach(frozen.judged.judgement)) await breach(tx, at, frozen, null);
  }

  /** Of a restated one: the breach of the old revision stands no longer, its credit is adjusted or falls away. */
  async restate(tx: EntityManager, at: Date, oldResultId: string, frozen: Frozen): Promise<void> {
    const old = await tx.findOneBy(BreachEntity, { resultId: oldResultId });
    const oldCredit = old && (await tx.findOneBy(ServiceCreditEntity, { breachId: old.id }));
    const again = isBreach(frozen.judged.judgement);
    if (old) await tx.update(BreachEntity, old.id, { supersededAt: at });
    if (oldCredit) await tx.update(ServiceCreditEntity, oldCredit.id, { state: again ? 'adjusted' : 'cancelled' });
    if (again) await breach(tx, at, frozen, oldCredit?.amount ?? '0');
  }
}

/** @param former Amount of the credit that this one takes the place of; null when it takes no place. */
async function breach(
  tx: EntityManager,
  at: Date,
  { id: resultId, judged }: Frozen,
  former: string | null,
): Promise<void> {
  const breachId = uuidv7(at);
  await tx.insert(BreachEntity, { id: breachId, resultId, at, supersededAt: null });
  const { credit, period } = judged.judgement;
  if (!credit) return;
  const { monthlyCharge } = judged.pinned.row;
  const amount = credit.amount;
  await tx.insert(ServiceCreditEntity, {
    id: uuidv7(at),
    breachId,
    percent: credit.percent,
    charge: monthlyCharge === null ? null : new Decimal(monthlyCharge).times(monthsOf(period.id)).toFixed(),
    amount,
    currency: judged.commitment.currency,
    capped: credit.capped,
    belowMinimum: credit.belowMinimum,
    state: 'computed',
    difference: former === null || amount === null ? null : new Decimal(amount).minus(former).toFixed(),
    explanation: [...credit.explanation],
  });
}

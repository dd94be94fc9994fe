import { inCurrencyDigits, isBreach } from '@accord/domain';
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
    await credit(tx, at, frozen, { correctsId: null, difference: null });
  }

  /**
   * Of a restated one: the breach of the old revision stands no longer, its credit is adjusted or falls away. Whatever
   * the restatement changes of what is owed is posted with the new revision, so that all differences add up to it.
   */
  async restate(tx: EntityManager, at: Date, oldResultId: string, frozen: Frozen): Promise<void> {
    const former = await lastCredit(tx, oldResultId);
    const again = isBreach(frozen.judged.judgement);
    await tx.update(BreachEntity, { resultId: oldResultId }, { supersededAt: at });
    if (again) await breach(tx, at, frozen);
    if (!again && !(former && owesSomething(former))) return;
    if (former) await tx.update(ServiceCreditEntity, former.id, { state: again ? 'adjusted' : 'cancelled' });
    const difference = differenceTo(former?.amount ?? '0', frozen.judged);
    await credit(tx, at, frozen, { correctsId: former?.id ?? null, difference });
  }
}

/** What was posted last for the period of a result: with it, or with a revision before it. */
async function lastCredit(tx: EntityManager, resultId: string): Promise<ServiceCreditEntity | null> {
  const [last]: { id: string }[] = await tx.query(
    `SELECT k.id FROM period_result o
     JOIN period_result r ON r.commitment_id = o.commitment_id AND r.period = o.period AND r.revision <= o.revision
     JOIN service_credit k ON k.result_id = r.id
     WHERE o.id = $1 ORDER BY r.revision DESC LIMIT 1`,
    [resultId],
  );
  return last ? tx.findOneBy(ServiceCreditEntity, { id: last.id }) : null;
}

const owesSomething = ({ amount, percent }: ServiceCreditEntity): boolean => !new Decimal(amount ?? percent).isZero();

async function breach(tx: EntityManager, at: Date, { id: resultId }: Frozen): Promise<void> {
  await tx.insert(BreachEntity, { id: uuidv7(at), resultId, at, supersededAt: null });
}

/** @param standing What it corrects, and by how much. */
async function credit(
  tx: EntityManager,
  at: Date,
  { id: resultId, judged: { judgement, charge, commitment } }: Frozen,
  standing: Pick<ServiceCreditEntity, 'correctsId' | 'difference'>,
): Promise<void> {
  if (!judgement.credit) return;
  const { percent, amount, capped, belowMinimum, explanation } = judgement.credit;
  await tx.insert(ServiceCreditEntity, {
    id: uuidv7(at),
    resultId,
    at,
    percent,
    charge: charge && charge.charge.amount,
    amount,
    currency: commitment.currency,
    capped,
    belowMinimum,
    state: 'computed',
    ...standing,
    explanation: [...(charge?.explanation ?? []), ...explanation],
  });
}

function differenceTo(former: string, { judgement, commitment }: Judged): string | null {
  const amount = judgement.credit?.amount ?? null;
  return amount === null ? null : inCurrencyDigits(new Decimal(amount).minus(former), commitment.currency);
}

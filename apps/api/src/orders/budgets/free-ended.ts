import { addDays, orderCost, type PriceComponent } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { bookEntry, lockedBudget } from './book-entry.js';
import { heldMoney } from './held-money.js';

/** What was subscribed until it ended. */
export interface EndedSubscription {
  readonly id: string;
  readonly quantity: number;
  readonly prices: readonly PriceComponent[];
  /** ISO 4217. */
  readonly currency: string;
  /** Its last day. */
  readonly endsOn: string;
  /** The item that ended it: why the money is free. */
  readonly itemId: string;
}

const ORDERS = `
  SELECT DISTINCT order_id AS id FROM order_item
   WHERE subscription_id = $1 AND kind <> 'terminate' AND accepted_at IS NOT NULL ORDER BY 1 DESC`;

/** Frees what orders hold of budgets for periods that nobody has any more: never more than is committed, the latest order first. */
export async function freeEnded(tx: EntityManager, act: PublicAct, ended: EndedSubscription): Promise<void> {
  const { id, quantity, currency, endsOn, itemId } = ended;
  const prices = ended.prices.filter(({ per }) => per !== null);
  const freed = new Map<string, Decimal>();
  const orders: { id: string }[] = await tx.query(ORDERS, [id]);
  for (const { id: orderId } of orders)
    for (const { budgetId, committed } of await heldMoney(tx, orderId)) {
      const { toDate: to } = await lockedBudget(tx, budgetId);
      const { total } = orderCost({ prices, quantity, currency, from: addDays(endsOn, 1), to });
      const done = [...freed.values()].reduce((sum, one) => sum.plus(one), new Decimal(0));
      const part = Decimal.min(committed, new Decimal(total).minus(done));
      if (!part.gt(0)) continue;
      const source = `terminated:${itemId}:${orderId}`;
      await bookEntry(tx, act, { budgetId, orderId, amount: part.toFixed(), source }, 'freed');
      freed.set(`${orderId} ${budgetId}`, part);
    }
}

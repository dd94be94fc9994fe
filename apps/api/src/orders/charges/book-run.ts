import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { bookCharge } from '../budgets/book-charge.js';
import { nearestBudget } from '../nearest-budget.js';
import type { ChargeRunEntity } from './charge-run.entity.js';

interface Charged {
  unitId: string;
  currency: string;
  /** null: no order has anything committed any more. */
  subscriptionId: string | null;
  amount: string;
  /** What is committed to its orders, oldest first. */
  orders: { id: string; committed: string }[];
}

/** One row for each subscription that has money committed, and one for all others of the unit. */
const CHARGED = `
  WITH committed AS (
    SELECT order_id, sum(CASE kind WHEN 'committed' THEN amount WHEN 'freed' THEN -amount ELSE 0 END) AS amount
      FROM budget_entry WHERE order_id IS NOT NULL GROUP BY order_id
  ), held AS (
    SELECT i.subscription_id, json_agg(json_build_object('id', i.order_id, 'committed', c.amount::text) ORDER BY i.order_id) AS orders
      FROM (SELECT DISTINCT subscription_id, order_id FROM order_item WHERE subscription_id IS NOT NULL) i
      JOIN committed c ON c.order_id = i.order_id AND c.amount > 0
     GROUP BY i.subscription_id
  )
  SELECT l.unit_id AS "unitId", l.currency, h.subscription_id AS "subscriptionId", sum(l.amount)::text AS amount,
      coalesce((array_agg(h.orders))[1], '[]') AS orders
    FROM bill_line l LEFT JOIN held h ON h.subscription_id = l.subscription_id
   WHERE l.run_id = $1 GROUP BY l.unit_id, l.currency, h.subscription_id
   ORDER BY l.unit_id, h.subscription_id`;

/**
 * Posts a closed month to the budgets: each subscription uses up what was committed to its orders, the oldest first; the
 * rest is spent beside. A budget in another currency pays nothing: there is no rate for it.
 */
export async function bookRun(tx: EntityManager, act: Act, run: ChargeRunEntity): Promise<void> {
  const charged: Charged[] = await tx.query(CHARGED, [run.id]);
  const day = run.toDate;
  const currencies = new Map<string, string | null>();
  for (const { unitId, currency, subscriptionId, amount, orders } of charged) {
    if (!currencies.has(unitId))
      currencies.set(unitId, (await nearestBudget(tx, unitId, day, false))?.currency ?? null);
    if (currencies.get(unitId) !== currency) continue;
    const source = `charge:${run.id}:${subscriptionId ?? unitId}`;
    let open = new Decimal(amount);
    for (const { id: orderId, committed } of orders) {
      const part = Decimal.min(open, committed);
      if (!part.gt(0)) break;
      await bookCharge(tx, act, { source: `${source}:${orderId}`, unitId, orderId, day, amount: part.toFixed() });
      open = open.minus(part);
    }
    if (open.isZero()) continue;
    await bookCharge(tx, act, { source, unitId, orderId: null, day, amount: open.toFixed() });
  }
}

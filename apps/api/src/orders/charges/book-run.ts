import { book } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { type EntityManager, In } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { BudgetEntity } from '../budgets/budget.entity.js';
import { nearestBudgets } from '../nearest-budget.js';
import type { ChargeRunEntity } from './charge-run.entity.js';

interface Charged {
  unitId: string;
  currency: string;
  /** What is committed to the orders of one subscription, oldest first; empty = of all others of the unit. */
  orderIds: string[];
  amount: string;
}

interface Held {
  orderId: string;
  budgetId: string;
  committed: string;
}

/** From the bottom of the unit tree to its top: the order in which everybody locks budgets. */
const PAYING = `
  WITH RECURSIVE tree AS (
    SELECT id, 0 AS depth FROM business_unit WHERE parent_id IS NULL
    UNION ALL
    SELECT u.id, tree.depth + 1 FROM tree JOIN business_unit u ON u.parent_id = tree.id
  )
  SELECT b.id FROM budget b JOIN tree ON tree.id = b.unit_id WHERE $1::date BETWEEN b.from_date AND b.to_date
   ORDER BY tree.depth DESC, b.id FOR NO KEY UPDATE OF b`;

/** The deepest budget first, as the order took them. */
const HELD = `
  SELECT e.order_id AS "orderId", e.budget_id AS "budgetId",
      sum(CASE e.kind WHEN 'committed' THEN e.amount ELSE -e.amount END)::text AS committed
    FROM budget_entry e
   WHERE e.budget_id = ANY ($1::uuid[]) AND e.order_id IS NOT NULL AND e.kind IN ('committed', 'freed')
   GROUP BY 1, 2 HAVING sum(CASE e.kind WHEN 'committed' THEN e.amount ELSE -e.amount END) > 0
   ORDER BY 1, array_position($1::uuid[], e.budget_id)`;

/** One row for each subscription to whose orders money is committed, and one for all others of the unit. */
const CHARGED = `
  WITH held AS (
    SELECT i.subscription_id, json_agg(DISTINCT i.order_id::text) AS orders FROM order_item i
     WHERE i.subscription_id IS NOT NULL AND i.order_id = ANY ($2::uuid[]) GROUP BY i.subscription_id
  )
  SELECT l.unit_id AS "unitId", l.currency, sum(l.amount)::text AS amount, coalesce((array_agg(h.orders))[1], '[]') AS "orderIds"
    FROM bill_line l LEFT JOIN held h ON h.subscription_id = l.subscription_id
   WHERE l.run_id = $1 GROUP BY l.unit_id, l.currency, h.subscription_id
   ORDER BY l.unit_id, l.currency, h.subscription_id`;

const POST = `
  INSERT INTO budget_entry (id, budget_id, order_id, at, kind, amount, source)
  SELECT id, budget_id, order_id, $2, kind, amount, source
    FROM json_to_recordset($1::json) AS e(id uuid, budget_id uuid, order_id uuid, kind text, amount numeric, source text)`;

/**
 * Posts a closed month to the budgets, all at once: each subscription uses up what was committed to its orders, the
 * oldest first; the rest of a unit is spent beside, in one entry. A budget in another currency pays nothing: there is no
 * rate for it. A run is closed once, and so posted once.
 */
export async function bookRun(tx: EntityManager, act: Act, run: ChargeRunEntity): Promise<void> {
  const paying: { id: string }[] = await tx.query(PAYING, [run.toDate]);
  const ids = paying.map(({ id }) => id);
  const held: Held[] = await tx.query(HELD, [ids]);
  const heldOf = new Map<string, (Held & { left: Decimal })[]>();
  for (const one of held)
    heldOf.set(one.orderId, [...(heldOf.get(one.orderId) ?? []), { ...one, left: new Decimal(one.committed) }]);
  const charged: Charged[] = await tx.query(CHARGED, [run.id, [...heldOf.keys()]]);
  const budgets = new Map((await tx.findBy(BudgetEntity, { id: In(ids) })).map((budget) => [budget.id, budget]));
  const nearest = await nearestBudgets(tx, [...new Set(charged.map(({ unitId }) => unitId))], run.toDate);

  const posting = new Posting(act.at);
  const rest = new Map<string, { budgetId: string; amount: Decimal }>();
  for (const { unitId, currency, orderIds, amount } of charged) {
    const budgetId = nearest.get(unitId);
    if (!budgetId || budgets.get(budgetId)!.currency !== currency) continue;
    let open = new Decimal(amount);
    for (const part of orderIds.flatMap((id) => heldOf.get(id) ?? [])) {
      const used = Decimal.min(open, part.left);
      if (!used.gt(0)) continue;
      part.left = part.left.minus(used);
      open = open.minus(used);
      posting.use(part, used);
    }
    const before = rest.get(unitId)?.amount ?? new Decimal(0);
    rest.set(unitId, { budgetId, amount: before.plus(open) });
  }
  for (const [unitId, { budgetId, amount }] of rest)
    if (!amount.isZero())
      posting.add({ budgetId, orderId: null, kind: 'spent', amount, source: `charge:${run.id}:${unitId}` });
  await posting.post(tx, budgets, run.id);
}

interface Entry {
  budgetId: string;
  orderId: string | null;
  kind: 'freed' | 'spent';
  amount: Decimal;
  source: string;
}

/** Entries of many orders, written together. */
class Posting {
  private readonly entries: Entry[] = [];
  private readonly used = new Map<string, { budgetId: string; orderId: string; amount: Decimal }>();

  constructor(private readonly at: Date) {}

  add(entry: Entry): void {
    this.entries.push(entry);
  }

  /** What subscriptions of one order use up is one entry. */
  use({ budgetId, orderId }: Held, amount: Decimal): void {
    const key = `${orderId} ${budgetId}`;
    this.used.set(key, { budgetId, orderId, amount: amount.plus(this.used.get(key)?.amount ?? 0) });
  }

  async post(tx: EntityManager, budgets: ReadonlyMap<string, BudgetEntity>, runId: string): Promise<void> {
    for (const one of this.used.values())
      for (const kind of ['freed', 'spent'] as const)
        this.add({ ...one, kind, source: `charge:${runId}:${one.orderId}` });
    const rows = this.entries.map(({ budgetId, orderId, kind, amount, source }) => ({
      id: uuidv7(this.at),
      budget_id: budgetId,
      order_id: orderId,
      kind,
      amount: amount.toFixed(),
      source,
    }));
    await tx.query(POST, [JSON.stringify(rows), this.at]);
    for (const [id, budget] of budgets) {
      const own = this.entries.filter(({ budgetId }) => budgetId === id);
      if (own.length === 0) continue;
      const sum = (kind: Entry['kind']) =>
        Decimal.sum(0, ...own.filter((one) => one.kind === kind).map((one) => one.amount));
      const freed = book(budget, 'freed', sum('freed').toFixed());
      await tx.update(BudgetEntity, { id }, book({ ...budget, ...freed }, 'spent', sum('spent').toFixed()));
    }
  }
}

import { book } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { type EntityManager, In } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { BudgetEntity } from '../budgets/budget.entity.js';
import { type PostedEntry, postEntries } from '../budgets/change-holdings.js';
import { type HeldPart, keepHeld } from '../budgets/holding-rows.js';
import { recommit } from '../budgets/recommit.js';
import { nearestBudgets } from '../nearest-budget.js';
import type { ChargeRunEntity } from './charge-run.entity.js';

interface Charged {
  unitId: string;
  currency: string;
  /** One for which budgets hold money; null = all others of the unit. */
  subscriptionId: string | null;
  /** What was to be expected: neither measured, nor a credit or a correction of another month. */
  fixed: string;
  amount: string;
}

interface Held {
  subscriptionId: string;
  budgetId: string;
  amount: string;
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

/** The deepest budget first, as orders took them. */
const HELD = `
  SELECT c.subscription_id AS "subscriptionId", c.budget_id AS "budgetId", c.amount::text FROM budget_holding c
   WHERE c.budget_id = ANY ($1::uuid[]) AND c.subscription_id IS NOT NULL
   ORDER BY 1, array_position($1::uuid[], c.budget_id)`;

/** One row for each subscription for which budgets hold money, and one for all others of the unit. */
const CHARGED = `
  WITH held AS (
    SELECT DISTINCT subscription_id FROM budget_holding WHERE budget_id = ANY ($2::uuid[]) AND subscription_id IS NOT NULL
  )
  SELECT l.unit_id AS "unitId", l.currency, h.subscription_id AS "subscriptionId", sum(l.amount)::text AS amount,
      coalesce(sum(l.amount) FILTER (WHERE l.origin = 'charge' AND l.kind <> 'metered'), 0)::text AS fixed
    FROM bill_line l LEFT JOIN held h ON h.subscription_id = l.subscription_id
   WHERE l.run_id = $1 GROUP BY l.unit_id, l.currency, h.subscription_id
   ORDER BY l.unit_id, l.currency, h.subscription_id`;

/** What gives back may make room for what is still to come, and what nobody could charge any more is not to be held. */
const REDRAWN = `
  SELECT subscription_id AS id FROM bill_line WHERE run_id = $1 AND origin = 'charge' AND kind <> 'metered'
   GROUP BY subscription_id HAVING sum(amount) < 0
  UNION
  SELECT subscription_id FROM budget_holding
   WHERE subscription_id IS NOT NULL AND NOT EXISTS (SELECT FROM charge_run WHERE id <> $1)`;

/**
 * Posts a closed month to the budgets, all at once: what each subscription was expected to cost uses up what was committed
 * to it; what is measured, credited or corrected is spent beside. Of each unit that is one entry. A budget in another
 * currency pays nothing: there is no rate for it. A run is closed once, and so posted once.
 */
export async function bookRun(tx: EntityManager, act: Act, run: ChargeRunEntity): Promise<void> {
  const paying: { id: string }[] = await tx.query(PAYING, [run.toDate]);
  const ids = paying.map(({ id }) => id);
  const held: Held[] = await tx.query(HELD, [ids]);
  const heldOf = new Map<string, (Held & { left: Decimal })[]>();
  for (const one of held)
    heldOf.set(one.subscriptionId, [
      ...(heldOf.get(one.subscriptionId) ?? []),
      { ...one, left: new Decimal(one.amount) },
    ]);
  const charged: Charged[] = await tx.query(CHARGED, [run.id, ids]);
  const budgets = new Map((await tx.findBy(BudgetEntity, { id: In(ids) })).map((budget) => [budget.id, budget]));
  const nearest = await nearestBudgets(tx, [...new Set(charged.map(({ unitId }) => unitId))], run.toDate);

  const posting = new Posting(run.id);
  const kept: HeldPart[] = [];
  const redrawn = new Set<string>();
  for (const { unitId, currency, subscriptionId, fixed, amount } of charged) {
    const budgetId = nearest.get(unitId);
    if (!budgetId || budgets.get(budgetId)!.currency !== currency) continue;
    let open = new Decimal(fixed);
    let rest = new Decimal(amount);
    for (const part of subscriptionId ? heldOf.get(subscriptionId)! : []) {
      const used = Decimal.min(open, part.left);
      if (!used.gt(0)) continue;
      open = open.minus(used);
      rest = rest.minus(used);
      part.left = part.left.minus(used);
      posting.add(part.budgetId, unitId, 'freed', used);
      posting.add(part.budgetId, unitId, 'spent', used);
      kept.push({
        holder: { subscription: part.subscriptionId },
        budgetId: part.budgetId,
        amount: part.left.toFixed(),
      });
    }
    if (subscriptionId && open.gt(0)) redrawn.add(subscriptionId);
    posting.add(budgetId, unitId, 'spent', rest);
  }
  await keepHeld(tx, act, kept);
  await posting.post(tx, act, budgets);
  for (const { id } of (await tx.query(REDRAWN, [run.id])) as { id: string }[]) redrawn.add(id);
  await recommit(tx, act, [...redrawn]);
}

/** Entries of units, written together. */
class Posting {
  private readonly entries = new Map<string, PostedEntry>();

  constructor(private readonly runId: string) {}

  add(budgetId: string, unitId: string, kind: 'freed' | 'spent', amount: Decimal): void {
    const key = `${budgetId} ${unitId} ${kind}`;
    const sum = amount.plus(this.entries.get(key)?.amount ?? 0);
    const source = `charge:${this.runId}:${unitId}`;
    this.entries.set(key, { budgetId, orderId: null, subscriptionId: null, kind, amount: sum, source });
  }

  async post(tx: EntityManager, act: Act, budgets: ReadonlyMap<string, BudgetEntity>): Promise<void> {
    const entries = [...this.entries.values()].filter(({ amount }) => !amount.isZero());
    await postEntries(tx, act, entries);
    for (const [id, budget] of budgets) {
      const own = entries.filter(({ budgetId }) => budgetId === id);
      if (own.length === 0) continue;
      const sum = (kind: PostedEntry['kind']) =>
        Decimal.sum(0, ...own.filter((one) => one.kind === kind).map((one) => one.amount));
      const freed = book(budget, 'freed', sum('freed').toFixed());
      await tx.update(BudgetEntity, { id }, book({ ...budget, ...freed }, 'spent', sum('spent').toFixed()));
    }
  }
}

import { type BudgetPart, recommitted } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { type EntityManager, In } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { BudgetEntity } from './budget.entity.js';
import { type Holder, keepHeld } from './holding-rows.js';

/** What budgets held for somebody, and what they hold now. */
export interface HoldingChange {
  readonly holder: Holder;
  readonly before: readonly BudgetPart[];
  readonly after: readonly BudgetPart[];
  /** Why, for the entries: what has the same cause is one entry. */
  readonly cause: { readonly orderId: string | null; readonly subscriptionId: string | null };
}

const POST = `
  INSERT INTO budget_entry (id, budget_id, order_id, subscription_id, at, kind, amount, source)
  SELECT e.id, e.budget_id, e.order_id, e.subscription_id, $2, e.kind, e.amount, e.source
    FROM json_to_recordset($1::json)
      AS e(id uuid, budget_id uuid, order_id uuid, subscription_id uuid, kind text, amount numeric, source text)`;

export interface PostedEntry {
  budgetId: string;
  orderId: string | null;
  subscriptionId: string | null;
  kind: 'reserved' | 'committed' | 'freed' | 'spent';
  amount: Decimal;
  source?: string;
}

/** Many entries in one statement; what budgets stand at is for the caller. */
export async function postEntries(tx: EntityManager, { at }: PublicAct, entries: readonly PostedEntry[]) {
  const rows = entries.map(({ budgetId, orderId, subscriptionId, kind, amount, source }) => ({
    id: uuidv7(at),
    budget_id: budgetId,
    order_id: orderId,
    subscription_id: subscriptionId,
    kind,
    amount: amount.toFixed(),
    source,
  }));
  if (rows.length > 0) await tx.query(POST, [JSON.stringify(rows), at]);
}

/**
 * Books what turned out to cost more or less than was committed, all at once. More is reserved and committed in one go,
 * also beyond a budget: nobody can refuse what was approved.
 *
 * @param changes The budgets are locked.
 */
export async function changeHoldings(tx: EntityManager, act: PublicAct, changes: readonly HoldingChange[]) {
  const differences = new Map<string, PostedEntry>();
  const now = [];
  for (const { holder, before, after, cause } of changes) {
    for (const { budgetId, amount } of after) {
      const was = before.find((part) => part.budgetId === budgetId)?.amount ?? '0';
      const difference = new Decimal(amount).minus(was);
      if (difference.isZero()) continue;
      now.push({ holder, budgetId, amount });
      const key = `${budgetId} ${cause.orderId} ${cause.subscriptionId}`;
      const sum = difference.plus(differences.get(key)?.amount ?? 0);
      differences.set(key, { budgetId, ...cause, kind: 'committed', amount: sum });
    }
  }
  await keepHeld(tx, act, now);
  const moved = [...differences.values()].filter(({ amount }) => !amount.isZero());
  const entries = moved.flatMap((one): PostedEntry[] =>
    one.amount.isNegative()
      ? [{ ...one, kind: 'freed', amount: one.amount.negated() }]
      : [{ ...one, kind: 'reserved' }, one],
  );
  await postEntries(tx, act, entries);
  const ids = [...new Set(moved.map(({ budgetId }) => budgetId))];
  for (const budget of ids.length > 0 ? await tx.findBy(BudgetEntity, { id: In(ids) }) : []) {
    const own = moved.filter(({ budgetId }) => budgetId === budget.id).map(({ amount }) => amount);
    await tx.update(BudgetEntity, { id: budget.id }, recommitted(budget, Decimal.sum(...own).toFixed()));
  }
}

import type { BudgetPart } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { uuidv7 } from '../../platform/uuid.js';

/** For whom a budget holds money: an order that was not accepted yet, or a subscription. */
export type Holder = { readonly order: string } | { readonly subscription: string };

export type HeldPart = BudgetPart & { readonly holder: Holder };

const HOLDERS = ['order', 'subscription'] as const;

/** What budgets hold for subscriptions, by their ids. */
export async function heldForSubscriptions(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BudgetPart[]>> {
  const rows: (BudgetPart & { id: string })[] = await tx.query(
    `SELECT subscription_id AS id, budget_id AS "budgetId", amount::text FROM budget_holding
      WHERE subscription_id = ANY ($1::uuid[]) ORDER BY subscription_id, budget_id`,
    [ids],
  );
  const parts = groupedBy(ids, rows, ({ id }) => id);
  return new Map(ids.map((id, i) => [id, parts[i]!]));
}

export function heldForOrder(tx: EntityManager, id: string): Promise<BudgetPart[]> {
  return tx.query(
    `SELECT budget_id AS "budgetId", amount::text FROM budget_holding WHERE order_id = $1 ORDER BY budget_id`,
    [id],
  );
}

/** Makes them what they are now; where nothing is held any more, there is no row. */
export async function keepHeld(tx: EntityManager, { at }: PublicAct, parts: readonly HeldPart[]): Promise<void> {
  for (const kind of HOLDERS) {
    const rows = parts.flatMap(({ holder, budgetId, amount }) =>
      kind in holder
        ? [{ id: uuidv7(at), budget_id: budgetId, holder: (holder as Record<string, string>)[kind], amount }]
        : [],
    );
    if (rows.length === 0) continue;
    const wanted = JSON.stringify(rows);
    await tx.query(
      `INSERT INTO budget_holding (id, budget_id, ${kind}_id, amount)
       SELECT w.id, w.budget_id, w.holder, w.amount FROM ${WANTED} WHERE w.amount > 0
       ON CONFLICT (${kind}_id, budget_id) DO UPDATE SET amount = excluded.amount`,
      [wanted],
    );
    if (rows.some(({ amount }) => Number(amount) === 0))
      await tx.query(
        `DELETE FROM budget_holding c USING ${WANTED}
          WHERE w.amount = 0 AND c.${kind}_id = w.holder AND c.budget_id = w.budget_id`,
        [wanted],
      );
  }
}

const WANTED = `json_to_recordset($1::json) AS w(id uuid, budget_id uuid, holder uuid, amount numeric)`;

import { book, type BudgetEntryKind } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { BudgetEntryEntity } from './budget-entry.entity.js';
import { BudgetEntity } from './budget.entity.js';

export interface WantedEntry {
  budgetId: string;
  /** null for what no order stands behind. */
  orderId: string | null;
  amount: string;
  /** What it comes from, once for each budget and kind; null = the order itself. */
  source?: string | null;
}

/**
 * What an order or a charge does to a budget: the budget moves and says why, together.
 *
 * @throws {DomainError} `NO_ROOM` when a reservation finds too little left.
 */
export async function bookEntry(
  tx: EntityManager,
  { at }: PublicAct,
  { budgetId, orderId, amount, source = null }: WantedEntry,
  kind: BudgetEntryKind,
): Promise<void> {
  const budget = await lockedBudget(tx, budgetId);
  await tx.update(BudgetEntity, { id: budgetId }, book(budget, kind, amount));
  await tx.insert(BudgetEntryEntity, {
    id: uuidv7(at),
    budgetId,
    orderId,
    at,
    kind,
    amount,
    source,
    subscriptionId: null,
  });
}

/** Until the transaction ends; read only then. */
export function lockedBudget(tx: EntityManager, id: string): Promise<BudgetEntity> {
  return tx.findOneOrFail(BudgetEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

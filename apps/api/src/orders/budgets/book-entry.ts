import { book, type BudgetEntryKind } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { BudgetEntryEntity } from './budget-entry.entity.js';
import { BudgetEntity } from './budget.entity.js';

/**
 * What an order takes from its budget or gives back: the budget moves and says why, together.
 *
 * @throws {DomainError} `NO_ROOM` when a reservation finds too little left.
 */
export async function bookEntry(
  tx: EntityManager,
  act: Act,
  { budgetId, orderId, amount }: { budgetId: string; orderId: string; amount: string },
  kind: BudgetEntryKind,
): Promise<void> {
  const lock = { mode: 'for_no_key_update' } as const;
  const budget = await tx.findOneOrFail(BudgetEntity, { where: { id: budgetId }, lock });
  await tx.update(BudgetEntity, { id: budgetId }, book(budget, kind, amount));
  await tx.insert(BudgetEntryEntity, { id: uuidv7(act.at), budgetId, orderId, at: act.at, kind, amount });
}

import { type DomainError, roomRefusal, settledHoldings } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { bookEntry } from './book-entry.js';
import { budgetPaths, lockBudgets } from './budget-paths.js';
import { BudgetEntity } from './budget.entity.js';
import { changeHoldings } from './change-holdings.js';
import { heldMoney } from './held-money.js';
import { heldForOrder } from './holding-rows.js';
import type { Need, OrderOfBudgets } from './needs-of-order.js';

/** From the first budget that there ever was. */
const EVER = '0001-01-01';

/**
 * Makes what is reserved for an order what it needs now, of the budgets that there are now.
 *
 * @param alone Budgets for which none above helps out.
 * @returns Why all stays as it was: more is needed of a budget than it has left.
 */
export async function settleReserved(
  tx: EntityManager,
  act: PublicAct,
  { id: orderId, unitId }: OrderOfBudgets,
  needs: readonly Need[],
  alone?: ReadonlySet<string>,
): Promise<DomainError | null> {
  const before = (await heldMoney(tx, orderId)).map(({ budgetId, reserved: amount }) => ({ budgetId, amount }));
  const path = (await budgetPaths(tx, [unitId], EVER)).get(unitId)!;
  await lockBudgets(
    tx,
    [...before, ...needs].map(({ budgetId }) => budgetId),
  );
  const after = settledHoldings(path, before, needs, alone);
  const moved = after.map(({ budgetId, amount }) => ({
    budgetId,
    more: new Decimal(amount).minus(before.find((part) => part.budgetId === budgetId)?.amount ?? 0),
  }));
  for (const { budgetId, more } of moved) {
    const budget = await tx.findOneByOrFail(BudgetEntity, { id: budgetId });
    const refusal = more.gt(0) ? roomRefusal(budget, more.toFixed()) : null;
    if (refusal) return refusal;
  }
  for (const { budgetId, more } of moved)
    if (more.isNegative())
      await bookEntry(tx, act, { budgetId, orderId, amount: more.negated().toFixed() }, 'released');
  for (const { budgetId, more } of moved)
    if (more.gt(0)) await bookEntry(tx, act, { budgetId, orderId, amount: more.toFixed() }, 'reserved');
  return null;
}

/** Makes what is committed to an order what it needs now; it may go beyond a budget: nobody refuses what was approved. */
export async function settleCommitted(
  tx: EntityManager,
  act: PublicAct,
  { id: orderId, unitId }: OrderOfBudgets,
  needs: readonly Need[],
  alone?: ReadonlySet<string>,
): Promise<void> {
  const held = await heldForOrder(tx, orderId);
  await lockBudgets(
    tx,
    [...held, ...needs].map(({ budgetId }) => budgetId),
  );
  const before = await heldForOrder(tx, orderId);
  const path = (await budgetPaths(tx, [unitId], EVER)).get(unitId)!;
  const after = settledHoldings(path, before, needs, alone);
  const cause = { orderId, subscriptionId: null };
  await changeHoldings(tx, act, [{ holder: { order: orderId }, before, after, cause }]);
}

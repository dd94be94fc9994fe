import { type BudgetPart } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { IsNull, type EntityManager } from 'typeorm';
import { OrderItemEntity } from '../order-item.entity.js';

/** What an order needs of budgets for what is neither accepted nor given up. */
export async function needsOfOrder(
  tx: EntityManager,
  { id: orderId, budgetId }: { id: string; budgetId: string | null },
): Promise<BudgetPart[]> {
  const items = await tx.findBy(OrderItemEntity, { orderId, acceptedAt: IsNull(), failedAt: IsNull() });
  const amount = Decimal.sum(0, ...items.map(({ total }) => total!));
  return budgetId && amount.gt(0) ? [{ budgetId, amount: amount.toFixed() }] : [];
}

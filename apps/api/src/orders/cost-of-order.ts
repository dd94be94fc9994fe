import { orderCost, type OrderCost } from '@accord/domain';
import { pricesOfPlan } from '../catalog/plans/plan.loader.js';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import type { Money } from '../platform/graphql/money.type.js';
import { budgetToday } from './nearest-budget.js';
import type { OrderRow } from './order-rows.js';

/** What an order costs, as GraphQL answers it. */
export interface CostRow {
  oneOff: Money;
  monthly: Money;
  total: Money;
  budgetId: string | null;
  /** They see the budget to decide, whoever owns it. */
  approverIds: readonly string[];
  explanation: readonly StoredStep[];
}

/** As pinned at submission; of a draft as it would be today; null for a draft that was cancelled. */
export async function costOfOrder(loaders: Loaders, order: OrderRow): Promise<CostRow | null> {
  const { currency, oneOff, monthly, total, costExplanation, budgetId, approverIds } = order;
  if (order.submittedAt) {
    const pinned = { oneOff: oneOff!, monthly: monthly!, total: total!, explanation: costExplanation! };
    return costRow(pinned, currency, { budgetId, approverIds });
  }
  if (order.state !== 'draft') return null;
  const { today, budget } = await budgetToday(loaders, order.unitId);
  const prices = await loaders.load(pricesOfPlan, order.planId);
  const cost = orderCost({ prices, quantity: order.quantity, currency, from: today, to: budget?.toDate ?? null });
  return costRow(cost, currency, { budgetId: budget?.id ?? null, approverIds: [] });
}

export function costRow(
  { oneOff, monthly, total, explanation }: Omit<OrderCost, 'explanation'> & Pick<CostRow, 'explanation'>,
  currency: string,
  rest: Pick<CostRow, 'budgetId' | 'approverIds'>,
): CostRow {
  const money = (amount: string): Money => ({ amount, currency });
  return { oneOff: money(oneOff), monthly: money(monthly), total: money(total), explanation, ...rest };
}

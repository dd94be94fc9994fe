import { contractValue, inCurrencyDigits, itemCost, type ItemCost } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { pricesOfPlan } from '../catalog/plans/plan.loader.js';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import type { Money } from '../platform/graphql/money.type.js';
import { budgetToday } from './nearest-budget.js';
import type { OrderItemEntity } from './order-item.entity.js';
import type { OrderRow } from './order-rows.js';
import { itemsOfOrder, orderById, planById } from './order.loader.js';
import { subscribedBefore } from './subscriptions/subscription.loader.js';

/** What an order costs, as GraphQL answers it. */
export interface CostRow {
  oneOff: Money;
  monthly: Money;
  total: Money;
  contractValue: Money;
  budgetId: string | null;
  /** They see the budget to decide, whoever owns it. */
  approverIds: readonly string[];
}

/** What an item costs, as GraphQL answers it. */
export interface ItemCostRow {
  oneOff: Money;
  monthly: Money;
  monthlyBefore: Money | null;
  total: Money;
  explanation: readonly StoredStep[];
}

/** As pinned at submission; of a draft as it would be today; null for a draft that was cancelled. */
export async function costOfOrder(loaders: Loaders, order: OrderRow): Promise<CostRow | null> {
  const { currency, oneOff, monthly, total, budgetId, approverIds } = order;
  if (!currency && order.state !== 'draft') return null;
  const items = await loaders.load(itemsOfOrder, order.id);
  if (currency) {
    const sums = { oneOff: oneOff!, monthly: monthly!, total: total! };
    const pinned = items.map((item) => ({ oneOff: item.oneOff!, monthly: item.monthly! }));
    const whole = await contractValueOf(loaders, items, pinned);
    return costRow({ ...sums, contractValue: whole }, currency, { budgetId, approverIds });
  }
  const { budget } = await budgetToday(loaders, order.unitId);
  const costs = await Promise.all(items.map((item) => draftCost(loaders, order, item)));
  const { currency: ofPlan } = (await loaders.load(planById, items[0]!.planId))!;
  const sum = (part: 'oneOff' | 'monthly' | 'total') =>
    inCurrencyDigits(Decimal.sum(...costs.map((cost) => cost[part])), ofPlan);
  const all = { oneOff: sum('oneOff'), monthly: sum('monthly'), total: sum('total') };
  const whole = await contractValueOf(loaders, items, costs);
  return costRow({ ...all, contractValue: whole }, ofPlan, { budgetId: budget?.id ?? null, approverIds: [] });
}

async function contractValueOf(
  loaders: Loaders,
  items: readonly OrderItemEntity[],
  costs: readonly Pick<ItemCost, 'oneOff' | 'monthly'>[],
): Promise<string> {
  const plans = await Promise.all(items.map(({ planId }) => loaders.load(planById, planId)));
  const values = costs.map((cost, i) => contractValue({ ...cost, months: plans[i]!.termMonths }));
  return Decimal.sum(0, ...values).toFixed();
}

/** As pinned at submission; of a draft as it would be today; null for a draft that was cancelled. */
export async function costOfItem(loaders: Loaders, item: OrderItemEntity): Promise<ItemCostRow | null> {
  const { currency } = (await loaders.load(planById, item.planId))!;
  if (item.prices) {
    const { oneOff, monthly, monthlyBefore, total, costExplanation } = item;
    const pinned = { oneOff: oneOff!, monthly: monthly!, monthlyBefore, total: total! };
    return itemCostRow({ ...pinned, explanation: costExplanation as StoredStep[] }, currency);
  }
  const order = (await loaders.load(orderById, item.orderId))!;
  return order.state === 'draft' ? itemCostRow(await draftCost(loaders, order, item), currency) : null;
}

async function draftCost(loaders: Loaders, order: OrderRow, item: OrderItemEntity): Promise<ItemCost> {
  const { kind, planId, quantity, subscriptionId } = item;
  const { today, budget } = await budgetToday(loaders, order.unitId);
  const prices = await loaders.load(pricesOfPlan, planId);
  const { currency } = (await loaders.load(planById, planId))!;
  const before = subscriptionId ? await loaders.load(subscribedBefore, subscriptionId) : null;
  const from = order.startOn && order.startOn > today ? order.startOn : today;
  return itemCost({ kind, planId, before, prices, quantity, currency, from, to: budget?.toDate ?? null });
}

export function costRow(
  { oneOff, monthly, total, contractValue: whole }: Record<'oneOff' | 'monthly' | 'total' | 'contractValue', string>,
  currency: string,
  rest: Pick<CostRow, 'budgetId' | 'approverIds'>,
): CostRow {
  const money = (amount: string): Money => ({ amount, currency });
  const contractValue = money(inCurrencyDigits(whole, currency));
  return { oneOff: money(oneOff), monthly: money(monthly), total: money(total), contractValue, ...rest };
}

export function itemCostRow(
  {
    oneOff,
    monthly,
    monthlyBefore,
    total,
    explanation,
  }: Omit<ItemCost, 'explanation'> & Pick<ItemCostRow, 'explanation'>,
  currency: string,
): ItemCostRow {
  const money = (amount: string): Money => ({ amount, currency });
  return {
    oneOff: money(oneOff),
    monthly: money(monthly),
    monthlyBefore: monthlyBefore === null ? null : money(monthlyBefore),
    total: money(total),
    explanation,
  };
}

import { inCurrencyDigits, itemCost, type ItemCost, itemStart, pricesOfDay } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { priceListsOfPlan } from '../catalog/plans/plan.loader.js';
import { retiringOfPlan } from '../catalog/retirement/retirement.loader.js';
import { enterpriseToday } from '../people/enterprise.loader.js';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import type { Money } from '../platform/graphql/money.type.js';
import { limitedBefore, limitedPrices } from './limited-item.js';
import { budgetOfDraft } from './nearest-budget.js';
import type { OrderItemEntity } from './order-item.entity.js';
import type { OrderRow } from './order-rows.js';
import { itemsOfOrder, orderById, planById } from './order.loader.js';
import { subscribedOf } from './subscriptions/subscription-rows.js';
import { subscriptionById } from './subscriptions/subscription.loader.js';

/** What an order costs, as GraphQL answers it. */
export interface CostRow {
  oneOff: Money;
  monthly: Money;
  total: Money;
  yearly: Money;
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
  announced: { from: string; monthly: Money } | null;
  yearly: Money;
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
    const pinned = items.map((item) => ({ yearly: item.yearly!, contractValue: item.contractValue! }));
    return costRow({ ...sums, ...lastingSums(pinned) }, currency, { budgetId, approverIds });
  }
  const { budget } = await budgetOfDraft(loaders, order.unitId, order.startOn);
  const costs = await Promise.all(items.map((item) => draftCost(loaders, order, item)));
  const { currency: ofPlan } = (await loaders.load(planById, items[0]!.planId))!;
  const sum = (part: 'oneOff' | 'monthly' | 'total') =>
    inCurrencyDigits(Decimal.sum(...costs.map((cost) => cost[part])), ofPlan);
  const all = { oneOff: sum('oneOff'), monthly: sum('monthly'), total: sum('total') };
  return costRow({ ...all, ...lastingSums(costs) }, ofPlan, { budgetId: budget?.id ?? null, approverIds: [] });
}

/** What items come to in a year, and over their contracts. */
export function lastingSums(costs: readonly Pick<ItemCost, 'yearly' | 'contractValue'>[]) {
  const sum = (part: 'yearly' | 'contractValue') => Decimal.sum(0, ...costs.map((cost) => cost[part])).toFixed();
  return { yearly: sum('yearly'), contractValue: sum('contractValue') };
}

/** As pinned at submission; of a draft as it would be today; null for a draft that was cancelled. */
export async function costOfItem(loaders: Loaders, item: OrderItemEntity): Promise<ItemCostRow | null> {
  const { currency } = (await loaders.load(planById, item.planId))!;
  if (item.prices) {
    const { oneOff, monthly, monthlyBefore, announcedFrom: from, announcedMonthly, yearly, total } = item;
    const announced = from === null ? null : { from, monthly: announcedMonthly! };
    const pinned = { oneOff: oneOff!, monthly: monthly!, monthlyBefore, announced, yearly: yearly!, total: total! };
    return itemCostRow({ ...pinned, explanation: item.costExplanation as StoredStep[] }, currency);
  }
  const order = (await loaders.load(orderById, item.orderId))!;
  return order.state === 'draft' ? itemCostRow(await draftCost(loaders, order, item), currency) : null;
}

async function draftCost(loaders: Loaders, order: OrderRow, item: OrderItemEntity): Promise<ItemCost> {
  const { budget } = await budgetOfDraft(loaders, order.unitId, order.startOn);
  const { prices, ...start } = await draftStart(loaders, order, item);
  return itemCost({ ...start, prices: prices ?? [], to: budget?.toDate ?? null });
}

/** When an item of a draft would hold, and what it would pay then. */
export async function draftStart(loaders: Loaders, { startOn }: OrderRow, item: OrderItemEntity) {
  const { kind, planId, quantity, subscriptionId } = item;
  const { currency, termMonths: months } = (await loaders.load(planById, planId))!;
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  const row = subscriptionId ? await loaders.load(subscriptionById, subscriptionId) : null;
  const before = row && subscribedOf(row);
  const isLeaving = row !== null && (await loaders.load(retiringOfPlan, row.planId)) !== null;
  const from = startOn && startOn > today ? startOn : today;
  const lists = await loaders.load(priceListsOfPlan, planId);
  const wanted = { kind, planId, quantity, currency, months, before, from };
  const offered = (day: string) => limitedPrices(item, limitedBefore(kind, row), pricesOfDay(lists, day));
  return { ...wanted, ...itemStart(wanted, offered, isLeaving) };
}

export function costRow(
  {
    oneOff,
    monthly,
    total,
    yearly,
    contractValue: whole,
  }: Record<'oneOff' | 'monthly' | 'total' | 'yearly' | 'contractValue', string>,
  currency: string,
  rest: Pick<CostRow, 'budgetId' | 'approverIds'>,
): CostRow {
  const money = (amount: string): Money => ({ amount, currency });
  const inDigits = (amount: string): Money => money(inCurrencyDigits(amount, currency));
  const lasting = { yearly: inDigits(yearly), contractValue: inDigits(whole) };
  return { oneOff: money(oneOff), monthly: money(monthly), total: money(total), ...lasting, ...rest };
}

export function itemCostRow(
  {
    oneOff,
    monthly,
    monthlyBefore,
    announced,
    yearly,
    total,
    explanation,
  }: Omit<ItemCost, 'explanation' | 'contractValue'> & Pick<ItemCostRow, 'explanation'>,
  currency: string,
): ItemCostRow {
  const money = (amount: string): Money => ({ amount, currency });
  return {
    oneOff: money(oneOff),
    monthly: money(monthly),
    monthlyBefore: monthlyBefore === null ? null : money(monthlyBefore),
    announced: announced && { from: announced.from, monthly: money(announced.monthly) },
    yearly: money(yearly),
    total: money(total),
    explanation,
  };
}

import { dayBefore, laterYears, type LaterYear, nearestOn } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import { BudgetEntity } from './budget.entity.js';
import { budgetPaths, type PayingBudget } from './budget-paths.js';
import { type ItemOfBudgets, pricedItems } from './priced-items.js';

/** An order, as far as it is known which budgets pay it. */
export interface OrderOfBudgets {
  readonly id: string;
  readonly unitId: string;
  /** That of the day on which it was to begin. */
  readonly budgetId: string | null;
}

/** Money that an order needs of the nearest budget of some days. */
export interface Need {
  readonly budgetId: string;
  readonly amount: string;
  /** A day of them: a budget further up that helps out covers it too. */
  readonly day: string;
}

/** What items cost in the years after a day, by budgets of one currency. */
export function yearsAfter(
  items: readonly Pick<ItemOfBudgets, 'added'>[],
  path: readonly PayingBudget[],
  { toDate, currency }: Pick<PayingBudget, 'toDate' | 'currency'>,
): LaterYear<PayingBudget>[] {
  const added = items.map((item) => item.added).filter((one) => one !== null);
  const own = path.filter((budget) => budget.currency === currency);
  return laterYears(added, own, toDate, currency);
}

/** Of later years, those for which there is a budget. */
export const needsOfYears = (years: readonly LaterYear<PayingBudget>[]): Need[] =>
  years.flatMap(({ budget, amount, from: day }) => (budget ? { budgetId: budget.id, amount, day } : []));

/** What an order needs of budgets for what is neither accepted nor given up, by the budgets that there are now. */
export interface OrderNeeds {
  readonly needs: readonly Need[];
  /** Of its items in years for which there is no budget yet. */
  readonly promised: readonly { itemId: string; fromDate: string; toDate: string; amount: string; currency: string }[];
}

/**
 * Where the budget that was to pay first is over, that of today takes what is paid once and what begins from today on.
 */
export async function needsOfOrder(tx: EntityManager, order: OrderOfBudgets, at: Date): Promise<OrderNeeds> {
  // Whoever adds a budget takes in what is open: neither misses the other.
  await tx.query('LOCK TABLE budget IN ROW SHARE MODE');
  if (!order.budgetId) return { needs: [], promised: [] };
  const items = (await pricedItems(tx, [order.id], at))[0]!;
  const paysFirst = await tx.findOneByOrFail(BudgetEntity, { id: order.budgetId });
  const { currency, fromDate, toDate } = paysFirst;
  const today = await todayOf(tx, at);
  const path = (await budgetPaths(tx, [order.unitId], fromDate))
    .get(order.unitId)!
    .filter((budget) => budget.currency === currency);
  const sum = (part: 'total' | 'oneOff') => Decimal.sum(0, ...items.map((item) => item[part])).toFixed();
  const now = toDate < today ? nearestOn(path, today) : null;
  const first = now
    ? { budgetId: now.id, amount: sum('oneOff'), day: today }
    : { budgetId: paysFirst.id, amount: sum('total'), day: fromDate > today ? fromDate : today };
  const after = { currency, toDate: now ? dayBefore(today) : toDate };
  return {
    needs: merged([first, ...needsOfYears(yearsAfter(items, path, after))]),
    promised: items.flatMap((item) =>
      yearsAfter([item], path, after)
        .filter(({ budget }) => budget === null)
        .map(({ from, to, amount }) => ({ itemId: item.id, fromDate: from, toDate: to, amount, currency })),
    ),
  };
}

/** One for each budget; of nothing, none. */
export function merged(needs: readonly Need[]): Need[] {
  const all = new Map<string, Need>();
  for (const need of needs) {
    const known = all.get(need.budgetId);
    const amount = new Decimal(need.amount).plus(known?.amount ?? 0).toFixed();
    all.set(need.budgetId, { ...need, ...known, amount });
  }
  return [...all.values()].filter(({ amount }) => new Decimal(amount).gt(0));
}

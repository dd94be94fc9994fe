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

/**
 * What an order needs of budgets for what is neither accepted nor given up, by the budgets that there are now. Where the
 * one that was to pay first is over, that of today takes what is paid once and what begins from today on.
 */
export async function needsOfOrder(tx: EntityManager, order: OrderOfBudgets, at: Date): Promise<Need[]> {
  // Whoever adds a budget takes in what is open: neither misses the other.
  await tx.query('LOCK TABLE budget IN ROW SHARE MODE');
  if (!order.budgetId) return [];
  const [items] = await pricedItems(tx, [order.id], at);
  const paysFirst = await tx.findOneByOrFail(BudgetEntity, { id: order.budgetId });
  const today = await todayOf(tx, at);
  const path = (await budgetPaths(tx, [order.unitId], paysFirst.fromDate)).get(order.unitId)!;
  const now = nearestOn(
    path.filter(({ currency }) => currency === paysFirst.currency),
    today,
  );
  const sum = (part: 'total' | 'oneOff') => Decimal.sum(0, ...items!.map((item) => item[part])).toFixed();
  if (paysFirst.toDate >= today || !now) {
    const day = paysFirst.fromDate > today ? paysFirst.fromDate : today;
    return merged([
      { budgetId: paysFirst.id, amount: sum('total'), day },
      ...needsOfYears(yearsAfter(items!, path, paysFirst)),
    ]);
  }
  const fromToday = yearsAfter(items!, path, { toDate: dayBefore(today), currency: paysFirst.currency });
  return merged([{ budgetId: now.id, amount: sum('oneOff'), day: today }, ...needsOfYears(fromToday)]);
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

import type { LocalDay } from '../agreements/local-day.js';
import { Exact } from '../exact.js';

/** A budget on the way from a unit to the root of the tree. */
export interface BudgetOnPath {
  readonly id: string;
  readonly fromDate: LocalDay;
  /** The last day. */
  readonly toDate: LocalDay;
  /** 0 is the unit itself, 1 the one above it. */
  readonly depth: number;
}

/** Money of one budget, as an exact decimal. */
export interface BudgetPart {
  readonly budgetId: string;
  readonly amount: string;
}

/** The budget of the unit, or of the nearest one above that has one, which covers the day. */
export function nearestOn<B extends BudgetOnPath>(path: readonly B[], day: LocalDay): B | null {
  return path
    .filter(({ fromDate, toDate }) => fromDate <= day && day <= toDate)
    .reduce<B | null>((nearest, one) => (nearest === null || one.depth < nearest.depth ? one : nearest), null);
}

/** Money that is due on days, by the budgets that pay on them; what adds up to nothing or less takes nothing. */
export function neededOfBudgets(
  path: readonly BudgetOnPath[],
  dues: readonly { readonly on: LocalDay; readonly amount: string }[],
): BudgetPart[] {
  const sums = new Map<string, InstanceType<typeof Exact>>();
  for (const { on, amount } of dues) {
    const id = nearestOn(path, on)?.id;
    if (id) sums.set(id, (sums.get(id) ?? new Exact(0)).plus(amount));
  }
  return [...sums].filter(([, sum]) => sum.gt(0)).map(([budgetId, sum]) => ({ budgetId, amount: sum.toFixed() }));
}

/**
 * What budgets hold after something turned out to need another amount: the nearest budgets what is due on their days, less
 * what those above them took over for them. What is not needed any more is free, of those above first: they helped out.
 *
 * @param held What they hold now.
 * @param needed Of the nearest budgets.
 * @param alone Budgets for which none above helps out.
 * @returns Of every budget in question, also where it is nothing now.
 */
export function settledHoldings(
  path: readonly BudgetOnPath[],
  held: readonly BudgetPart[],
  needed: readonly BudgetPart[],
  alone: ReadonlySet<string> = new Set(),
): BudgetPart[] {
  const before = new Map(held.map(({ budgetId, amount }) => [budgetId, new Exact(amount)]));
  const after = new Map(needed.map(({ budgetId, amount }) => [budgetId, new Exact(amount)]));
  const of = new Map(path.map((budget) => [budget.id, budget]));
  const spare = (id: string) => (before.get(id) ?? new Exact(0)).minus(after.get(id) ?? 0);
  for (const { budgetId } of needed) {
    const own = of.get(budgetId);
    if (!own || alone.has(budgetId)) continue;
    const above = path
      .filter((one) => one.depth > own.depth && one.fromDate <= own.toDate && own.fromDate <= one.toDate)
      .sort((one, other) => one.depth - other.depth);
    for (const { id } of above) {
      const helps = Exact.min(spare(budgetId).negated(), spare(id));
      if (!helps.gt(0)) continue;
      after.set(id, (after.get(id) ?? new Exact(0)).plus(helps));
      after.set(budgetId, after.get(budgetId)!.minus(helps));
    }
  }
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].map((budgetId) => ({ budgetId, amount: (after.get(budgetId) ?? new Exact(0)).toFixed() }));
}

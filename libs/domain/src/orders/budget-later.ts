import { addMonths } from '@accord/sla';
import { addDays, dayBefore, type LocalDay } from '../agreements/local-day.js';
import type { Renewal } from '../catalog/plan-definition.js';
import { monthlyCost } from '../catalog/price-cost.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';
import { type BudgetOnPath, nearestOn } from './holdings.js';
import { type Ahead, beginsOn } from './item-cost.js';
import type { OrderKind } from './order-kinds.js';
import { FOREVER, lastServedDay } from './term.js';

/** An item of an order, as it was priced. */
export interface PricedItem {
  readonly kind: OrderKind;
  readonly planId: string;
  /** On which its order begins. */
  readonly from: LocalDay;
  readonly monthly: string;
  readonly monthlyBefore: string | null;
  /** What it costs a month from a later day on, as was announced. */
  readonly announced: { readonly from: LocalDay; readonly monthly: string } | null;
  /** Of its term; null = none. */
  readonly months: number | null;
  readonly renewal: Renewal | null;
  /** Last day of the term that holds it back; null = nothing does. */
  readonly heldBackTo: LocalDay | null;
  /** The subscription that it changes; null for a new one. */
  readonly before: {
    readonly planId: string;
    /** As `heldUntil` says. */
    readonly paidTo: LocalDay | null;
    readonly ahead: Ahead | null;
    readonly currency: string;
    readonly renewsOn: LocalDay | null;
    readonly renewal: Renewal | null;
    readonly endsOn: LocalDay | null;
  } | null;
}

/** What an item adds to what is paid, a month, for as long as it goes on. */
export interface AddedCost extends Pick<PricedItem, 'monthly' | 'announced'> {
  readonly from: LocalDay;
  /** The last day if nobody orders anything. */
  readonly to: LocalDay;
  /** The last day for which the contract promises it: of its term, or of a year. */
  readonly promisedTo: LocalDay;
  /** What budgets hold for the same subscription already, a month up to a day. */
  readonly held: {
    readonly monthly: string;
    readonly to: LocalDay;
    /** What they hold a month from a later day on; null = the same. */
    readonly ahead: { readonly from: LocalDay; readonly monthly: string } | null;
  } | null;
}

/** What an item adds after the budget that pays first; null where it adds nothing. */
export function addedBy({
  kind,
  from: day,
  months,
  renewal,
  heldBackTo,
  before,
  ...item
}: PricedItem): AddedCost | null {
  const { monthly, monthlyBefore, announced, planId } = item;
  if (kind === 'suspend' || kind === 'terminate') return null;
  // It waits for a term that nobody has renewed yet.
  if (heldBackTo !== null && before?.renewal === 'onRequest') return null;
  const from = beginsOn({ kind, before, from: day, heldBackTo });
  const isNewTerm = before === null || kind === 'renew' || planId !== before.planId;
  const termTo = months === null ? null : dayBefore(addMonths(from, months));
  const newTo = termTo !== null && renewal === 'onRequest' ? termTo : FOREVER;
  const held =
    before?.paidTo && monthlyBefore !== null
      ? { monthly: monthlyBefore, to: before.paidTo, ahead: monthlyAhead(before) }
      : null;
  const promisedTo = termTo ?? dayBefore(addMonths(from, 12));
  return { from, to: isNewTerm ? newTo : lastServedDay(before), promisedTo, monthly, announced, held };
}

const monthlyAhead = ({ ahead, currency }: NonNullable<PricedItem['before']>) =>
  ahead && { from: ahead.from, monthly: monthlyCost(ahead.prices, ahead, currency) };

/** What is paid in a year after the one whose budget pays first. */
export interface LaterYear<B = unknown> {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly amount: string;
  /** The nearest budget of these days; null while there is none. */
  readonly budget: B | null;
}

/**
 * What items add in the years after a day, by the months that begin in them. Where there is a budget for a year, that is
 * all they cost in it; where there is none yet, what their contracts promise.
 *
 * @param path Budgets of their currency from the unit up to the root.
 * @param after The last day of the budget that pays first.
 * @returns Years in which nothing is added are left out.
 */
export function laterYears<B extends BudgetOnPath>(
  items: readonly AddedCost[],
  path: readonly B[],
  after: LocalDay,
  currency: string,
): LaterYear<B>[] {
  const years: LaterYear<B>[] = [];
  const lastBudget = path.reduce((day, { toDate }) => (toDate > day ? toDate : day), after);
  const lastPromise = items.reduce((day, { promisedTo }) => (promisedTo > day ? promisedTo : day), after);
  const last = lastBudget > lastPromise ? lastBudget : lastPromise;
  for (let from = addDays(after, 1); from <= last; from = addDays(years.at(-1)!.to, 1)) {
    const budget = nearestOn(path, from);
    const nearer = path
      .filter(({ fromDate, depth }) => fromDate > from && (budget === null || depth < budget.depth))
      .map(({ fromDate }) => dayBefore(fromDate));
    const to = [budget?.toDate ?? dayBefore(addMonths(from, 12)), ...nearer].sort()[0]!;
    const sum = items.reduce((all, item) => all.plus(addedIn(item, { from, to }, budget !== null)), new Exact(0));
    years.push({ from, to, amount: inCurrencyDigits(sum.toFixed(), currency), budget });
  }
  return years.filter(({ amount }) => !new Exact(amount).isZero());
}

/** Never less than nothing: what costs less than before is free once it is accepted. */
function addedIn(item: AddedCost, days: { from: LocalDay; to: LocalDay }, isBudgeted: boolean) {
  const { monthly, announced, held } = item;
  const goesTo = isBudgeted ? item.to : item.promisedTo < item.to ? item.promisedTo : item.to;
  const to = goesTo < days.to ? goesTo : days.to;
  let sum = new Exact(0);
  for (let month = 0, day = item.from; day <= to; day = addMonths(item.from, ++month)) {
    if (day < days.from) continue;
    sum = sum.plus(announced && day >= announced.from ? announced.monthly : monthly);
    if (held && day <= held.to)
      sum = sum.minus(held.ahead && day >= held.ahead.from ? held.ahead.monthly : held.monthly);
  }
  return Exact.max(0, sum);
}

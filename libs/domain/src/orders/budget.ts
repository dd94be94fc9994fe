import type { Decimal } from 'decimal.js';
import { inCurrencyDigits, minorUnitDigits, moneyInWords } from '../currency.js';
import { DomainError } from '../domain-error.js';
import { Exact } from '../exact.js';
import type { BudgetEntryKind } from './budget-entry-kind.js';

/** Money that a unit may spend on orders. Amounts are exact decimals in one currency. */
export interface BudgetStand {
  readonly name: string;
  readonly currency: string;
  readonly amount: string;
  /** Promised to orders that nobody has approved yet. */
  readonly reserved: string;
  /** Promised to approved orders, and what can still be charged of live subscriptions. */
  readonly committed: string;
  /** Charged. */
  readonly spent: string;
}

/** Where a budget stands, with the digits of its currency. */
export type BudgetSums = Pick<BudgetStand, 'reserved' | 'committed' | 'spent'>;

/** What each kind of entry adds to a budget, as a sign. */
const EFFECTS: Readonly<Record<BudgetEntryKind, Readonly<Record<keyof BudgetSums, -1 | 0 | 1>>>> = {
  reserved: { reserved: 1, committed: 0, spent: 0 },
  released: { reserved: -1, committed: 0, spent: 0 },
  expired: { reserved: -1, committed: 0, spent: 0 },
  committed: { reserved: -1, committed: 1, spent: 0 },
  freed: { reserved: 0, committed: -1, spent: 0 },
  spent: { reserved: 0, committed: 0, spent: 1 },
};

/** What nobody has reserved, committed or spent, with the digits of its currency; negative once charges went beyond it. */
export function budgetLeft({ amount, currency, ...sums }: BudgetStand): string {
  return inCurrencyDigits(new Exact(amount).minus(usedOf(sums)), currency);
}

/** Why the budget does not take an order; null when it does. */
export function roomRefusal(budget: BudgetStand, needed: string): DomainError | null {
  // Nothing is always taken, even where charges went beyond the budget.
  if (new Exact(needed).isZero() || new Exact(budgetLeft(budget)).gte(needed)) return null;
  const sentence = `This order needs ${moneyInWords(new Exact(needed), budget.currency)}, which is more than is left of the budget "${budget.name}".`;
  return new DomainError('NO_ROOM', sentence, ['unitId']);
}

/**
 * Where the budget stands after an entry.
 *
 * @returns `overrun` too: by how much charges went beyond the budget. No order ever makes it larger.
 * @throws {DomainError} `NO_ROOM` when a reservation finds too little left.
 */
export function book(
  budget: BudgetStand,
  kind: BudgetEntryKind,
  amount: string,
): BudgetSums & { readonly overrun: string } {
  const refusal = kind === 'reserved' ? roomRefusal(budget, amount) : null;
  if (refusal) throw refusal;
  const after = (sum: keyof BudgetSums) =>
    inCurrencyDigits(new Exact(budget[sum]).plus(new Exact(amount).times(EFFECTS[kind][sum])), budget.currency);
  const sums = { reserved: after('reserved'), committed: after('committed'), spent: after('spent') };
  return { ...sums, overrun: overrunOf({ ...budget, ...sums }) };
}

/**
 * Where the budget stands after what it has to hold for approved orders and live subscriptions became more or less. It may
 * go beyond the budget: nobody can refuse what was approved.
 */
export function recommitted(
  budget: BudgetStand,
  difference: string,
): Pick<BudgetSums, 'committed'> & { readonly overrun: string } {
  const committed = inCurrencyDigits(new Exact(budget.committed).plus(difference), budget.currency);
  return { committed, overrun: overrunOf({ ...budget, committed }) };
}

/** By how much what is used goes beyond a budget. */
export function overrunOf({ amount, currency, ...sums }: BudgetStand): string {
  const beyond = usedOf(sums).minus(amount);
  return inCurrencyDigits(beyond.isPositive() ? beyond : 0, currency);
}

/** @throws {DomainError} `WRONG_DAYS` */
export function assertReservationDays(days: number): void {
  if (days >= 1 && days <= 366) return;
  throw new DomainError('WRONG_DAYS', 'A reservation holds for 1 to 366 days.', ['reservationDays']);
}

/** A part of an order's cost that a budget takes. */
export interface RoomPart<B extends BudgetStand> {
  readonly budget: B;
  readonly amount: string;
}

/**
 * Which budgets take an order: the nearest, and what it lacks the first one further up that has room for it.
 *
 * @param budgets The nearest first, all of the order's currency.
 * @returns null when none has room for what the nearest lacks.
 */
export function takeRoom<B extends BudgetStand>(budgets: readonly B[], needed: string): RoomPart<B>[] | null {
  const [nearest, ...above] = budgets;
  if (!nearest) return null;
  if (!roomRefusal(nearest, needed)) return [{ budget: nearest, amount: needed }];
  const here = Exact.max(0, budgetLeft(nearest));
  const lacking = new Exact(needed).minus(here).toFixed();
  const other = above.find((budget) => !roomRefusal(budget, lacking));
  if (!other) return null;
  const parts = [
    { budget: nearest, amount: here.toFixed() },
    { budget: other, amount: lacking },
  ];
  return parts.filter(({ amount }) => !new Exact(amount).isZero());
}

function usedOf({ reserved, committed, spent }: BudgetSums): Decimal {
  return new Exact(reserved).plus(committed).plus(spent);
}

/** @throws {DomainError} `NEGATIVE_AMOUNT`, `AMOUNT_TOO_LARGE` or `AMOUNT_TOO_FINE` for what is no amount of a budget. */
export function assertBudgetAmount(amount: string, currency: string): void {
  const value = new Exact(amount);
  if (value.isNegative()) throw wrongAmount('NEGATIVE_AMOUNT', 'A budget is not negative.');
  if (value.gte('1e15')) throw wrongAmount('AMOUNT_TOO_LARGE', 'The amount is too large.');
  const digits = minorUnitDigits(currency);
  if (value.decimalPlaces() > digits)
    throw wrongAmount('AMOUNT_TOO_FINE', `An amount in ${currency} has at most ${digits} decimals.`);
}

/** @throws {DomainError} `BELOW_USED`: what orders were promised, they keep. */
export function assertCoversUse({ currency, ...sums }: BudgetStand, amount: string): void {
  const used = usedOf(sums);
  if (used.lte(amount)) return;
  const sentence = `${moneyInWords(used, currency)} are reserved, committed or spent already; the budget cannot be smaller.`;
  throw wrongAmount('BELOW_USED', sentence);
}

const wrongAmount = (code: string, sentence: string) => new DomainError(code, sentence, ['amount']);

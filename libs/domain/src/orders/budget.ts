import { Decimal } from 'decimal.js';
import { inCurrencyDigits, minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';
import type { BudgetEntryKind } from './order-states.js';

const Exact = Decimal.clone({ precision: 60, toExpNeg: -1000, toExpPos: 1000 });

/** Money that a unit may spend on orders. Amounts are exact decimals in one currency. */
export interface BudgetStand {
  readonly name: string;
  readonly currency: string;
  readonly amount: string;
  /** Promised to orders that are not completed yet. */
  readonly reserved: string;
  readonly spent: string;
}

/** What nobody has reserved or spent, with the digits of its currency. */
export function budgetLeft({ amount, reserved, spent, currency }: BudgetStand): string {
  return inCurrencyDigits(new Exact(amount).minus(reserved).minus(spent), currency);
}

/** Why the budget does not take an order; null when it does. */
export function roomRefusal(budget: BudgetStand, needed: string): DomainError | null {
  if (new Exact(budgetLeft(budget)).gte(needed)) return null;
  const sentence = `This order needs ${inCurrencyDigits(new Exact(needed), budget.currency)} ${budget.currency}, which is more than is left of the budget "${budget.name}".`;
  return new DomainError('NO_ROOM', sentence, ['unitId']);
}

/**
 * The budget after an entry: a reservation takes room, its release gives it back, spending turns it into spent money.
 *
 * @throws {DomainError} `NO_ROOM` when a reservation finds too little left.
 */
export function book(
  budget: BudgetStand,
  kind: BudgetEntryKind,
  amount: string,
): { readonly reserved: string; readonly spent: string } {
  const refusal = kind === 'reserved' ? roomRefusal(budget, amount) : null;
  if (refusal) throw refusal;
  const reserved = new Exact(budget.reserved);
  return {
    reserved: inCurrencyDigits(kind === 'reserved' ? reserved.plus(amount) : reserved.minus(amount), budget.currency),
    spent: inCurrencyDigits(new Exact(budget.spent).plus(kind === 'spent' ? amount : 0), budget.currency),
  };
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
export function assertCoversUse({ reserved, spent, currency }: BudgetStand, amount: string): void {
  const used = new Exact(reserved).plus(spent);
  if (used.lte(amount)) return;
  const sentence = `${inCurrencyDigits(used, currency)} ${currency} are reserved or spent already; the budget cannot be smaller.`;
  throw wrongAmount('BELOW_USED', sentence);
}

/** Amounts in a currency are never finer than its digits, so nothing is rounded here. */

const wrongAmount = (code: string, sentence: string) => new DomainError(code, sentence, ['amount']);

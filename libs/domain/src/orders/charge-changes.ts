import type { Decimal } from 'decimal.js';
import { minorUnitDigits } from '../currency.js';
import { Exact } from '../exact.js';
import { chargeKey } from './charge-correction.js';
import type { ChargedLine } from './charge-lines.js';

/**
 * Why a bill is another one than that of the month before. `plan`: a price that the subscription did not have, or has no
 * longer; `period`: a quarter or year that is charged at its begin; `days`: more or fewer days held.
 */
export const BILL_REASONS = [
  'new',
  'ended',
  'plan',
  'once',
  'period',
  'price',
  'quantity',
  'usage',
  'days',
  'credit',
  'correction',
] as const;
export type BillReason = (typeof BILL_REASONS)[number];

/** A line of a bill, as far as it is compared with those of another month. */
export type BilledLine = Pick<
  ChargedLine,
  'planId' | 'kind' | 'label' | 'per' | 'unitName' | 'to' | 'unitPrice' | 'quantity' | 'amount' | 'currency'
> & { readonly origin: 'charge' | 'credit' | 'correction' };

/** An amount that leads from one month to the next, or `before`: what the month before came to. */
export interface BillChange {
  readonly planId: string;
  readonly currency: string;
  readonly reason: BillReason | 'before';
  readonly amount: string;
}

/**
 * What a subscription came to in the month before, and what changed since and why: together they are what it comes to
 * now, for each plan and currency. What is both a new price and another quantity is split: first the price for what there
 * was, then what came or went at the new price.
 *
 * @param before All lines of one subscription in the month before, by their last day.
 * @param now Those of the month, likewise.
 */
export function billChanges(before: readonly BilledLine[], now: readonly BilledLine[]): BillChange[] {
  const sums = new Map<string, Omit<BillChange, 'amount'> & { amount: Decimal }>();
  const add = ({ planId, currency }: BilledLine, reason: BillChange['reason'], amount: Decimal) => {
    const key = `${planId} ${currency} ${reason}`;
    const sum = sums.get(key)?.amount ?? new Exact(0);
    sums.set(key, { planId, currency, reason, amount: sum.plus(amount) });
  };
  const [was, is] = [pricesOf(before), pricesOf(now)];
  for (const line of before) add(line, 'before', new Exact(line.amount));
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, own] = [was.get(key), is.get(key)];
    const difference = (own?.amount ?? new Exact(0)).minus(old?.amount ?? 0);
    const { line } = (own ?? old)!;
    const isMetered = line.kind === 'metered';
    if (line.origin !== 'charge') add(line, line.origin, difference);
    else if (line.per === null) add(line, 'once', difference);
    else if (!isMetered && !before.some(isCharge)) add(line, 'new', difference);
    else if (!isMetered && !now.some(isCharge)) add(line, 'ended', difference);
    else if (isMetered && !(old && own)) add(line, 'usage', difference);
    else if (!isMetered && line.per !== 'month') add(line, 'period', difference);
    else if (!(old && own)) add(line, 'plan', difference);
    else for (const [reason, amount] of sameChanges(old, own, difference)) add(line, reason, amount);
  }
  return [...sums.values()].flatMap(({ amount, ...change }) =>
    amount.isZero() ? [] : [{ ...change, amount: amount.toFixed() }],
  );
}

/** All lines of a subscription for one price: the last one says at what price it stands. */
interface BilledPrice {
  readonly line: BilledLine;
  readonly quantity: Decimal;
  readonly amount: Decimal;
}

function pricesOf(lines: readonly BilledLine[]): ReadonlyMap<string, BilledPrice> {
  const prices = new Map<string, BilledPrice>();
  for (const line of lines) {
    const key = `${line.origin} ${line.currency} ${chargeKey(line)}`;
    const sum = prices.get(key);
    const used = line.kind === 'metered' ? (sum?.quantity ?? new Exact(0)) : new Exact(0);
    prices.set(key, {
      line,
      quantity: used.plus(line.quantity),
      amount: (sum?.amount ?? new Exact(0)).plus(line.amount),
    });
  }
  return prices;
}

/** Of a price charged in both months. Whatever neither price nor quantity explains is another number of days. */
function* sameChanges(old: BilledPrice, own: BilledPrice, difference: Decimal): Generator<[BillReason, Decimal]> {
  const digits = minorUnitDigits(own.line.currency);
  const dearer = new Exact(own.line.unitPrice).minus(old.line.unitPrice);
  const part = (amount: Decimal, whole: Decimal) => bounded(amount.toDecimalPlaces(digits), whole);
  if (own.line.kind === 'metered') {
    const price = part(dearer.times(own.quantity), difference);
    yield ['price', price];
    yield ['usage', difference.minus(price)];
    return;
  }
  const price = part(dearer.times(old.quantity), difference);
  const rest = difference.minus(price);
  const quantity = part(own.quantity.minus(old.quantity).times(own.line.unitPrice), rest);
  yield ['price', price];
  yield ['quantity', quantity];
  yield ['days', rest.minus(quantity)];
}

/** Never more than there is to explain, nor in the other direction. */
function bounded(amount: Decimal, whole: Decimal): Decimal {
  if (amount.isZero() || whole.isZero() || amount.isNegative() !== whole.isNegative()) return new Exact(0);
  return amount.abs().lt(whole.abs()) ? amount : whole;
}

const isCharge = ({ origin }: BilledLine) => origin === 'charge';

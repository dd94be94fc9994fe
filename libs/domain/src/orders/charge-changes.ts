import { Decimal } from 'decimal.js';
import type { BillingPeriod, PriceKind } from '../catalog/price.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';

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

/** All lines of a subscription for one price in a month, or of one credit or correction. */
export interface BilledPrice {
  /** The same in both months where it is the same price of the same subscription. */
  readonly key: string;
  readonly subscriptionId: string;
  readonly origin: 'charge' | 'credit' | 'correction';
  readonly kind: PriceKind;
  readonly per: BillingPeriod | null;
  /** Of one, on the last day that was charged. */
  readonly unitPrice: string;
  readonly quantity: string;
  readonly amount: string;
}

export interface BillChange {
  readonly reason: BillReason;
  readonly amount: string;
}

/**
 * What changed from one month to the next and why; the amounts add up to the difference. What is both a new price and
 * another quantity is split: first the price for what there was, then what came or went at the new price.
 *
 * @param currency ISO 4217, of all amounts.
 */
export function billChanges(
  before: readonly BilledPrice[],
  now: readonly BilledPrice[],
  currency: string,
): BillChange[] {
  const sums = new Map<BillReason, Decimal>();
  const add = (reason: BillReason, amount: Decimal) =>
    sums.set(reason, (sums.get(reason) ?? new Exact(0)).plus(amount));
  const known = { before: subscriptionsOf(before), now: subscriptionsOf(now) };
  const was = new Map(before.map((one) => [one.key, one]));
  const is = new Map(now.map((one) => [one.key, one]));
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, own] = [was.get(key) ?? null, is.get(key) ?? null];
    const difference = new Exact(own?.amount ?? 0).minus(old?.amount ?? 0);
    const { origin, kind, per, subscriptionId } = (own ?? old)!;
    if (origin !== 'charge') add(origin, difference);
    else if (per === null) add('once', difference);
    else if (kind !== 'metered' && !known.before.has(subscriptionId)) add('new', difference);
    else if (kind !== 'metered' && !known.now.has(subscriptionId)) add('ended', difference);
    else if (kind === 'metered' && !(old && own)) add('usage', difference);
    else if (per !== 'month' && kind !== 'metered') add('period', difference);
    else if (!(old && own)) add('plan', difference);
    else for (const [reason, amount] of sameChanges(old, own, difference)) add(reason, amount);
  }
  return BILL_REASONS.flatMap((reason) => {
    const amount = sums.get(reason);
    return amount && !amount.isZero() ? [{ reason, amount: inCurrencyDigits(amount.toFixed(), currency) }] : [];
  });
}

/** Of a price charged in both months. Whatever neither price nor quantity explains is another number of days. */
function* sameChanges(old: BilledPrice, own: BilledPrice, difference: Decimal): Generator<[BillReason, Decimal]> {
  if (own.kind === 'metered') {
    const price = new Exact(own.unitPrice).minus(old.unitPrice).times(own.quantity);
    const part = bounded(price, difference);
    yield ['price', part];
    yield ['usage', difference.minus(part)];
    return;
  }
  const price = bounded(new Exact(own.unitPrice).minus(old.unitPrice).times(old.quantity), difference);
  const rest = difference.minus(price);
  const quantity = bounded(new Exact(own.quantity).minus(old.quantity).times(own.unitPrice), rest);
  yield ['price', price];
  yield ['quantity', quantity];
  yield ['days', rest.minus(quantity)];
}

/** Never more than there is to explain, nor in the other direction. */
function bounded(amount: Decimal, whole: Decimal): Decimal {
  if (amount.isZero() || whole.isZero() || amount.isNegative() !== whole.isNegative()) return new Exact(0);
  return amount.abs().lt(whole.abs()) ? new Exact(amount) : whole;
}

const subscriptionsOf = (prices: readonly BilledPrice[]): ReadonlySet<string> =>
  new Set(prices.filter(({ origin }) => origin === 'charge').map(({ subscriptionId }) => subscriptionId));

import { Decimal } from 'decimal.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';
import { monthlyCost } from './price-cost.js';
import type { PriceComponent } from './price.js';

/** Somebody who has a plan whose prices change. */
export interface TouchedSubscription {
  readonly unitId: string;
  readonly quantity: number;
  /** What is paid today; nothing while it is suspended, unless that is charged. */
  readonly before: readonly PriceComponent[];
  readonly after: readonly PriceComponent[];
}

/** What a change of prices costs a month; amounts with the digits of the currency. */
export interface PriceImpact {
  readonly subscriptions: number;
  readonly quantity: number;
  readonly monthlyBefore: string;
  readonly monthlyAfter: string;
  readonly monthlyDifference: string;
}

/**
 * Whom new prices touch, and what they cost each unit a month. Each subscription is rounded by itself, as it is billed, so
 * that units add up to the total.
 *
 * What is measured is not known before it is used, and counts nothing here.
 */
export function priceImpact(
  subscriptions: readonly TouchedSubscription[],
  currency: string,
): { readonly units: readonly (PriceImpact & { readonly unitId: string })[]; readonly total: PriceImpact } {
  const monthly = (prices: readonly PriceComponent[], quantity: number) => monthlyCost(prices, { quantity }, currency);
  const priced = subscriptions.map(({ unitId, quantity, before, after }) => ({
    unitId,
    quantity,
    before: monthly(before, quantity),
    after: monthly(after, quantity),
  }));
  const summed = (rows: typeof priced): PriceImpact => {
    const sum = (amounts: readonly string[]) => amounts.reduce((all, amount) => all.plus(amount), new Exact(0));
    const [was, is] = [sum(rows.map((row) => row.before)), sum(rows.map((row) => row.after))];
    const money = (amount: Decimal) => inCurrencyDigits(amount, currency);
    return {
      subscriptions: rows.length,
      quantity: rows.reduce((all, { quantity }) => all + quantity, 0),
      monthlyBefore: money(was),
      monthlyAfter: money(is),
      monthlyDifference: money(is.minus(was)),
    };
  };
  const units = [...new Set(priced.map(({ unitId }) => unitId))];
  return {
    units: units.map((unitId) => ({ unitId, ...summed(priced.filter((row) => row.unitId === unitId)) })),
    total: summed(priced),
  };
}

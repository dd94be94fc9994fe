import { Decimal } from 'decimal.js';
import { minorUnitDigits } from '../currency.js';
import { Exact } from '../exact.js';
import type { BillingPeriod, PriceComponent, PriceTier } from './price.js';

/** Months in a billing period. */
export const MONTHS_OF: Readonly<Record<BillingPeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** What the prices of a plan count. Units by the name of the unit, as exact decimals. */
export interface Counted {
  /** How often the plan is ordered. */
  readonly quantity: Decimal.Value;
  /** What was measured in the period; where a unit is not named, nothing. */
  readonly usage?: Readonly<Record<string, string>>;
}

/**
 * What units cost, each as its own tier says (graduated).
 *
 * @param units Not negative.
 * @returns Exact and unrounded; "0" of no units.
 * @example
 * unitsCost({ amount: '2', tiers: [{ upTo: '100', amount: '2' }, { upTo: null, amount: '1.5' }] }, '120'); // '230'
 */
export function unitsCost({ amount, tiers }: Pick<PriceComponent, 'amount' | 'tiers'>, units: Decimal.Value): string {
  return graduated(tiers ?? [{ upTo: null, amount }], new Exact(units)).toFixed();
}

/**
 * What one price costs: for one of its periods, or once where it has none.
 *
 * @returns Exact and unrounded, in the plan's currency.
 */
export function periodCost(price: PriceComponent, counted: Counted): string {
  return unitsCost(price, countedBy(price, counted));
}

/** How many units a price counts; the quantity, for one that counts no units of its own. */
export function countedBy({ kind, unitName, units }: PriceComponent, { quantity, usage }: Counted): Decimal.Value {
  if (kind === 'metered') return usage?.[unitName!] ?? 0;
  if (kind === 'limit') return units ?? quantity;
  return quantity;
}

/**
 * What recurs, brought to a month: a quarter is three, a year twelve. What is paid once does not count.
 *
 * @returns With the digits of the currency, rounded half up once, at the end.
 */
export function monthlyCost(prices: readonly PriceComponent[], counted: Counted, currency: string): string {
  return yearly(prices, counted).div(12).toFixed(minorUnitDigits(currency), Decimal.ROUND_HALF_UP);
}

/** What recurs, brought to a year; exact and unrounded. */
export const yearCost = (prices: readonly PriceComponent[], counted: Counted): string =>
  yearly(prices, counted).toFixed();

/** In a year, so that a month of a year's price is divided once only. */
function yearly(prices: readonly PriceComponent[], counted: Counted): Decimal {
  return prices.reduce(
    (sum, price) =>
      price.per ? sum.plus(new Exact(periodCost(price, counted)).times(12 / MONTHS_OF[price.per])) : sum,
    new Exact(0),
  );
}

function graduated(tiers: readonly PriceTier[], units: Decimal): Decimal {
  let [cost, below] = [new Exact(0), new Exact(0)];
  for (const { upTo, amount } of tiers) {
    const end = upTo === null ? units : Decimal.min(units, upTo);
    if (end.lte(below)) break;
    cost = cost.plus(end.minus(below).times(amount));
    below = new Exact(end);
  }
  return cost;
}

import { addMonths, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { LocalDay } from '../agreements/local-day.js';
import { monthlyCost, MONTHS_OF, periodCost } from '../catalog/price-cost.js';
import type { BillingPeriod, PriceComponent } from '../catalog/price.js';
import { minorUnitDigits } from '../currency.js';
import { Exact } from '../exact.js';

export interface OrderedPrices {
  readonly prices: readonly PriceComponent[];
  /** How often the plan is ordered. */
  readonly quantity: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The day of submission. */
  readonly from: LocalDay;
  /** Last day of the budget; null without one: the first period alone counts. */
  readonly to: LocalDay | null;
}

/** Amounts as decimals with the digits of the currency, rounded half up once, at the end. */
export interface OrderCost {
  readonly oneOff: string;
  /** Recurring prices brought to a month: a quarter is three, a year twelve. */
  readonly monthly: string;
  /** What is reserved. */
  readonly total: string;
  readonly explanation: readonly Step[];
}

/**
 * What an order costs: (one-off + recurring × periods left in the budget) × quantity.
 *
 * A price per unit, and one of units set aside, counts the quantity as its units: with a period as a recurring price,
 * without one as a one-off price. With tiers it is worked out for the whole quantity. What is measured is not known before
 * it is used, and costs nothing here.
 *
 * @example
 * orderCost({ prices: [{ kind: 'recurring', label: 'Seat', amount: '10', per: 'month', unitName: null }],
 *   quantity: 3, currency: 'EUR', from: '2026-10-15', to: '2026-12-31' }).total; // '90.00': three begun months
 */
export function orderCost({ prices, quantity, currency, from, to }: OrderedPrices): OrderCost {
  const digits = minorUnitDigits(currency);
  const times = (per: BillingPeriod | null) => (per === null ? 1 : to === null ? 1 : periodsBegun(per, from, to));
  const money = (amount: Decimal) => amount.toFixed(digits, Decimal.ROUND_HALF_UP);
  const sumOf = (amounts: readonly Decimal[]) => amounts.reduce((all, amount) => all.plus(amount), new Exact(0));
  const costOf = (price: PriceComponent) => new Exact(periodCost(price, { quantity })).times(times(price.per));

  const known = prices.filter(({ kind }) => kind !== 'metered');
  const tiered = known.filter(({ tiers }) => tiers);
  const one = sumOf(known.filter(({ tiers }) => !tiers).map(({ amount, per }) => new Exact(amount).times(times(per))));
  const inTiers = sumOf(tiered.map(costOf));
  const sum = one.times(quantity).plus(inTiers);
  const once = sumOf(prices.filter(({ per }) => per === null).map(costOf));
  return {
    oneOff: money(once),
    monthly: monthlyCost(prices, { quantity }, currency),
    total: money(sum),
    explanation: [
      ...[...new Set(known.map(({ per }) => per))]
        .filter((per) => per !== null)
        .map((per) => ({
          rule: 'order.periods',
          inputs: { per, from, to },
          result: { periods: times(per) },
        })),
      ...prices.map((price) => stepOf(price, quantity, times(price.per), costOf(price))),
      {
        rule: 'order.total',
        inputs: { amount: one.toFixed(), quantity, ...(tiered.length > 0 && { tiers: inTiers.toFixed() }) },
        result: { unrounded: sum.toFixed(), amount: money(sum), currency },
      },
    ],
  };
}

/** A price for one of the quantity; with tiers for all of it. */
function stepOf({ label, kind, amount, tiers }: PriceComponent, quantity: number, times: number, cost: Decimal): Step {
  if (kind === 'metered') return { rule: 'order.metered', inputs: { label, amount }, result: { amount: '0' } };
  const inputs = { label, kind, amount, times };
  if (tiers) return { rule: 'order.tiers', inputs: { ...inputs, quantity }, result: { amount: cost.toFixed() } };
  return { rule: 'order.price', inputs, result: { amount: new Exact(amount).times(times).toFixed() } };
}

/**
 * Billing periods that begin on a day or later, up to a last day inclusive, counted from the first day on; 0 when the
 * last day is before the first.
 */
export function periodsBegun(per: BillingPeriod, from: LocalDay, to: LocalDay): number {
  let periods = 0;
  while (addMonths(from, periods * MONTHS_OF[per]) <= to) periods++;
  return periods;
}

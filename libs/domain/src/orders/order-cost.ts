import { addMonths, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { LocalDay } from '../agreements/local-day.js';
import type { BillingPeriod, PriceComponent } from '../catalog/price.js';
import { minorUnitDigits } from '../currency.js';

/** Exact for twelve decimals of a price times any quantity. */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -1000, toExpPos: 1000 });

const MONTHS_OF: Readonly<Record<BillingPeriod, number>> = { month: 1, quarter: 3, year: 12 };

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
 * A price per unit counts the quantity as its units: with a period as a recurring price, without one as a one-off price.
 *
 * @example
 * orderCost({ prices: [{ kind: 'recurring', label: 'Seat', amount: '10', per: 'month', unitName: null }],
 *   quantity: 3, currency: 'EUR', from: '2026-10-15', to: '2026-12-31' }).total; // '90.00': three begun months
 */
export function orderCost({ prices, quantity, currency, from, to }: OrderedPrices): OrderCost {
  const digits = minorUnitDigits(currency);
  const times = (per: BillingPeriod | null) => (per === null ? 1 : to === null ? 1 : periodsBegun(per, from, to));
  const costs = prices.map(({ amount, per }) => new Exact(amount).times(times(per)));
  const sum = costs.reduce((all, cost) => all.plus(cost), new Exact(0));
  const once = prices.filter(({ per }) => per === null).map(({ amount }) => new Exact(amount));
  const monthly = prices.filter(isRecurring).map(({ amount, per }) => new Exact(amount).div(MONTHS_OF[per]));
  const money = (amount: Decimal) => amount.times(quantity).toFixed(digits, Decimal.ROUND_HALF_UP);
  const total = money(sum);
  return {
    oneOff: money(once.reduce((all, amount) => all.plus(amount), new Exact(0))),
    monthly: money(monthly.reduce((all, amount) => all.plus(amount), new Exact(0))),
    total,
    explanation: [
      ...[...new Set(prices.map(({ per }) => per))]
        .filter((per) => per !== null)
        .map((per) => ({
          rule: 'order.periods',
          inputs: { per, from, to },
          result: { periods: times(per) },
        })),
      ...prices.map(({ label, kind, amount, per }, i) => ({
        rule: 'order.price',
        inputs: { label, kind, amount, times: times(per) },
        result: { amount: costs[i]!.toFixed() },
      })),
      {
        rule: 'order.total',
        inputs: { amount: sum.toFixed(), quantity },
        result: { unrounded: sum.times(quantity).toFixed(), amount: total, currency },
      },
    ],
  };
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

function isRecurring(price: PriceComponent): price is PriceComponent & { readonly per: BillingPeriod } {
  return price.per !== null;
}

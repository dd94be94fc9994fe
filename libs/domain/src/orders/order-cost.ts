import { addMonths, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { dayBefore, type LocalDay } from '../agreements/local-day.js';
import { monthlyCost, MONTHS_OF, periodCost } from '../catalog/price-cost.js';
import type { BillingPeriod, PriceComponent } from '../catalog/price.js';
import { minorUnitDigits } from '../currency.js';
import { Exact } from '../exact.js';

export interface OrderedPrices {
  readonly prices: readonly PriceComponent[];
  /** Prices that take their place on a later day than `from`; null = none are announced. */
  readonly announced?: AnnouncedPrices | null;
  /** How often the plan is ordered. */
  readonly quantity: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The day of submission. */
  readonly from: LocalDay;
  /** Last day of the budget; null without one: the first period alone counts. */
  readonly to: LocalDay | null;
}

/** Prices of a later day. */
export interface AnnouncedPrices<P extends PriceComponent = PriceComponent> {
  readonly from: LocalDay;
  readonly prices: readonly P[];
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
 * With tiers it is worked out for the whole quantity, and so is one of units set aside. What is measured is not known before
 * it is used, and costs nothing here. Announced prices take the place of the others on their day, where a new period begins.
 *
 * @example
 * orderCost({ prices: [{ kind: 'recurring', label: 'Seat', amount: '10', per: 'month', unitName: null }],
 *   quantity: 3, currency: 'EUR', from: '2026-10-15', to: '2026-12-31' }).total; // '90.00': three begun months
 */
export function orderCost(ordered: OrderedPrices): OrderCost {
  const { prices, quantity, currency } = ordered;
  const digits = minorUnitDigits(currency);
  const money = (amount: Decimal) => amount.toFixed(digits, Decimal.ROUND_HALF_UP);
  const lines = stretchesOf(ordered).flatMap((stretch) => linesOf(stretch, quantity));

  const known = lines.filter(({ price }) => price.kind !== 'metered');
  const tiered = known.filter(({ price }) => price.tiers);
  const limits = known.filter(({ price }) => isLimit(price));
  const single = known.filter(({ price }) => !price.tiers && !isLimit(price));
  const one = sumOf(single.map(({ price, times }) => new Exact(price.amount).times(times)));
  const [inTiers, setAside] = [tiered, limits].map((some) => sumOf(some.map(({ cost }) => cost))) as [Decimal, Decimal];
  const all = one.times(quantity);
  const sum = all.plus(inTiers).plus(setAside);
  const isCounted = tiered.length + limits.length > 0;
  return {
    oneOff: money(sumOf(lines.filter(({ price }) => price.per === null).map(({ cost }) => cost))),
    monthly: monthlyCost(prices, { quantity }, currency),
    total: money(sum),
    explanation: [
      ...stretchesOf(ordered).flatMap(periodSteps),
      ...lines.map((line) => stepOf(line, quantity)),
      {
        rule: 'order.total',
        inputs: {
          amount: one.toFixed(),
          quantity,
          ...(isCounted && { all: all.toFixed() }),
          ...(tiered.length > 0 && { tiers: inTiers.toFixed() }),
          ...(limits.length > 0 && { limits: setAside.toFixed() }),
        },
        result: { unrounded: sum.toFixed(), amount: money(sum), currency },
      },
    ],
  };
}

/** Whether a price counts units of its own, and no tiers of them. */
const isLimit = ({ units = null, tiers }: PriceComponent) => units !== null && !tiers;

const sumOf = (amounts: readonly Decimal[]) => amounts.reduce((all, amount) => all.plus(amount), new Exact(0));

/** Days in which the same prices hold. */
interface Stretch {
  readonly prices: readonly PriceComponent[];
  readonly from: LocalDay;
  readonly to: LocalDay | null;
  /** Whether its prices are announced for its first day, instead of ordered. */
  readonly isAnnounced: boolean;
}

function stretchesOf({ prices, announced, from, to }: OrderedPrices): Stretch[] {
  const whole = { prices, from, to, isAnnounced: false };
  // Without a budget the first period alone counts; what is paid once is paid on the first day.
  if (!announced || to === null || announced.from > to) return [whole];
  const recurring = announced.prices.filter(({ per }) => per !== null);
  return [
    { ...whole, to: dayBefore(announced.from) },
    { prices: recurring, from: announced.from, to, isAnnounced: true },
  ];
}

const timesIn = ({ from, to }: Stretch, per: BillingPeriod | null) =>
  per === null || to === null ? 1 : periodsBegun(per, from, to);

/** A price, as often as its periods begin in a stretch, for the whole quantity. */
interface Line {
  readonly price: PriceComponent;
  readonly times: number;
  readonly cost: Decimal;
  /** The day for which it is announced; null = it is what was ordered. */
  readonly from: LocalDay | null;
}

const linesOf = (stretch: Stretch, quantity: number): Line[] =>
  stretch.prices.map((price) => {
    const times = timesIn(stretch, price.per);
    const cost = new Exact(periodCost(price, { quantity })).times(times);
    return { price, times, cost, from: stretch.isAnnounced ? stretch.from : null };
  });

function periodSteps(stretch: Stretch): Step[] {
  const { prices, from, to } = stretch;
  const periods = new Set(prices.filter(({ kind }) => kind !== 'metered').map(({ per }) => per));
  return [...periods]
    .filter((per) => per !== null)
    .map((per) => ({ rule: 'order.periods', inputs: { per, from, to }, result: { periods: timesIn(stretch, per) } }));
}

/** A price for one of the quantity; with tiers for all of it, and of units set aside for all of them. */
function stepOf({ price, times, cost, from }: Line, quantity: number): Step {
  const { label, kind, amount, tiers, unitName, units = null } = price;
  const since: Step['inputs'] = from === null ? {} : { from };
  if (kind === 'metered')
    return { rule: 'order.metered', inputs: { label, amount, ...since }, result: { amount: '0' } };
  const inputs = { label, kind, amount, times, ...since };
  const result = { amount: cost.toFixed() };
  if (tiers) return { rule: 'order.tiers', inputs: { ...inputs, quantity: units ?? quantity }, result };
  if (units !== null) return { rule: 'order.limit', inputs: { ...inputs, units, unitName }, result };
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

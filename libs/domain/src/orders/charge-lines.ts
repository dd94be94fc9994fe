import type { Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { LocalDay } from '../agreements/local-day.js';
import { countedBy, MONTHS_OF, periodCost, unitsCost } from '../catalog/price-cost.js';
import type { BillingPeriod, PriceComponent, PriceKind } from '../catalog/price.js';
import { minorUnitDigits } from '../currency.js';
import { Exact } from '../exact.js';
import { type ChargeDays, commonDays, countDays, periodsFrom } from './charge-month.js';
import { type ChargedChange, type Stretch, stretchesOf } from './charge-stretches.js';

/** What was measured of a subscription. */
export interface ChargedUsage {
  /** Of which price it is, such as `GB`. */
  readonly unitName: string;
  readonly day: LocalDay;
  /** Exact decimal, not negative. */
  readonly quantity: string;
}

export interface ChargedSubscription {
  /** Its whole history, in the order in which it was written down. */
  readonly changes: readonly ChargedChange[];
  /** Back to where the longest billing period of a metered price begins. */
  readonly usage: readonly ChargedUsage[];
}

/** One line of a bill. */
export interface ChargedLine extends ChargeDays {
  readonly kind: PriceKind;
  readonly label: string;
  readonly per: BillingPeriod | null;
  readonly unitName: string | null;
  readonly planId: string;
  readonly planVersion: number;
  /** What is priced: the quantity ordered, the units set aside or those measured. */
  readonly quantity: string;
  /** Of one of them, for one whole period; with tiers that of the first one. */
  readonly unitPrice: string;
  /** With the digits of the currency, rounded half up once; below nothing for what is given back. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly explanation: readonly Step[];
}

/**
 * What a subscription costs in a calendar month.
 *
 * - What is paid once is charged in the month in which it begins; more of the same plan pays for what is added.
 * - A price per month costs its days held of the days of the month, the first and the last included.
 * - A price per quarter or year is charged for its whole period in the month in which that begins, counted from the first
 *   day of the plan. What changes within a period is settled in the month of the change, both ways, by the days left of
 *   the days of the period. So that each period ends up charged by the days held, as a month is.
 * - What is measured is charged in the month in which it was used, above what was used before in the billing period: a
 *   tier is used up once, and each unit costs what held on its day.
 * - Suspended days are charged if the plan says so; what is measured always is.
 *
 * The rule is time apportionment by days, as IFRS 15 B18 takes time elapsed for the measure of a service that stands
 * ready. Every line is rounded by itself, so that lines add up to every total above them.
 *
 * @example
 * chargesOf({ changes: [{ fromDate: '2026-06-16', planId: 'p', planVersion: 1, quantity: 3, state: 'active',
 *   prices: [{ kind: 'recurring', label: 'Seat', amount: '10', per: 'month', unitName: null }], currency: 'EUR',
 *   suspendedIsCharged: false }], usage: [] }, { from: '2026-06-01', to: '2026-06-30' })[0].amount; // '15.00'
 */
export function chargesOf(subscription: ChargedSubscription, month: ChargeDays): ChargedLine[] {
  const stretches = stretchesOf(subscription.changes).filter(({ from }) => from <= month.to);
  const context: Context = { ...subscription, month };
  return [
    ...onceOf(stretches, context),
    ...tenuresOf(stretches).flatMap((tenure) => {
      const { kind, per } = tenure.pieces[0]!.price;
      if (kind === 'metered') return meteredOf(tenure, context);
      return per === 'month' ? monthlyOf(tenure, context) : advanceOf(tenure, context);
    }),
  ];
}

interface Context extends ChargedSubscription {
  readonly month: ChargeDays;
}

/** A price, on days on which neither it nor the quantity changed. */
interface Piece extends ChargeDays {
  readonly change: ChargedChange;
  readonly price: PriceComponent;
  /** Exact, for one whole period; 0 where suspended days are free. */
  readonly cost: Decimal;
}

/** A price of a plan, for as long as the subscription has the plan without a gap. */
interface Tenure {
  readonly anchor: LocalDay;
  readonly pieces: readonly Piece[];
}

function onceOf(stretches: readonly Stretch[], context: Context): ChargedLine[] {
  return stretches.flatMap(({ from, change }, i) => {
    const before = stretches[i - 1]?.change;
    if (from < context.month.from || change.state === 'ended') return [];
    const goesOn = before && before.state !== 'ended' && before.planId === change.planId;
    const had = goesOn ? before.quantity : 0;
    if (change.quantity <= had) return [];
    return change.prices
      .filter(({ per }) => per === null)
      .map((price) => {
        const exact = new Exact(unitsCost(price, change.quantity)).minus(unitsCost(price, had));
        const days = { from, to: from };
        const inputs = { label: price.label, amount: price.amount, quantity: change.quantity, had };
        return line({ ...days, change, price }, exact, change.quantity - had, { rule: 'charge.once', inputs });
      });
  });
}

/** Every recurring price of every plan, cut where the subscription ends or goes over to another plan. */
function tenuresOf(stretches: readonly Stretch[]): Tenure[] {
  const tenures: Tenure[] = [];
  for (let first = 0; first < stretches.length; first++) {
    const { planId, state } = stretches[first]!.change;
    if (state === 'ended') continue;
    let last = first;
    while (stretches[last + 1]?.change.planId === planId && stretches[last + 1]!.change.state !== 'ended') last++;
    const held = stretches.slice(first, last + 1);
    const byPrice = new Map<string, Piece[]>();
    for (const { change, ...days } of held)
      for (const [key, price] of recurringOf(change)) {
        const isFree = change.state === 'suspended' && !change.suspendedIsCharged && price.kind !== 'metered';
        const cost = new Exact(isFree || price.kind === 'metered' ? 0 : periodCost(price, change));
        byPrice.set(key, [...(byPrice.get(key) ?? []), { ...days, change, price, cost }]);
      }
    for (const pieces of byPrice.values()) tenures.push({ anchor: stretches[first]!.from, pieces });
    first = last;
  }
  return tenures;
}

/** By what makes it the same price though its amount changed; two of the same name are told apart by their order. */
function recurringOf({ prices }: ChargedChange): Map<string, PriceComponent> {
  const found = new Map<string, PriceComponent>();
  for (const price of prices.filter(({ per }) => per !== null)) {
    const name = JSON.stringify([price.kind, price.label, price.per, price.unitName]);
    let key = name;
    for (let place = 2; found.has(key); place++) key = `${name} ${place}`;
    found.set(key, price);
  }
  return found;
}

function monthlyOf({ pieces }: Tenure, context: Context): ChargedLine[] {
  const of = countDays(context.month);
  return pieces.flatMap((piece) => {
    const held = commonDays(piece, context.month);
    if (!held || piece.cost.isZero()) return [];
    const days = countDays(held);
    const inputs = { label: piece.price.label, ...priced(piece), days, of };
    const exact = piece.cost.times(days).div(of);
    return [line({ ...piece, ...held }, exact, unitsOf(piece), { rule: 'charge.days', inputs })];
  });
}

/** Charged as a period begins; whatever then changes is settled by the days left. */
function advanceOf({ anchor, pieces }: Tenure, context: Context): ChargedLine[] {
  const { month } = context;
  const per = pieces[0]!.price.per!;
  return periodsFrom(anchor, MONTHS_OF[per], month).flatMap((period) => {
    const of = countDays(period);
    const held = pieces.filter((piece) => commonDays(piece, period));
    return held.flatMap((piece, i) => {
      const lines: ChargedLine[] = [];
      const before = held[i - 1];
      const begins = piece.from > period.from ? piece.from : period.from;
      const settle = (from: LocalDay, difference: Decimal, was: Decimal, becomes: Decimal) => {
        if (from < month.from || from > month.to || difference.isZero()) return;
        const left = { from, to: period.to };
        const days = countDays(left);
        const exact = difference.times(days).div(of);
        const inputs = {
          label: piece.price.label,
          ...priced(piece),
          was: was.toFixed(),
          becomes: becomes.toFixed(),
          days,
          of,
        };
        const step = { rule: days === of ? 'charge.period' : 'charge.left', inputs };
        lines.push(line({ ...piece, ...left }, exact, unitsOf(piece), step));
      };
      const was = before && dayAfter(before.to) === piece.from ? before.cost : new Exact(0);
      settle(begins, piece.cost.minus(was), was, piece.cost);
      const next = held[i + 1];
      const end = dayAfter(piece.to);
      // Where the next piece does not join, or there is none, what is left is given back.
      if (piece.to < period.to && next?.from !== end) settle(end, piece.cost.negated(), piece.cost, new Exact(0));
      return lines;
    });
  });
}

function meteredOf({ anchor, pieces }: Tenure, context: Context): ChargedLine[] {
  const { month, usage } = context;
  const { unitName, per } = pieces[0]!.price;
  const own = usage.filter((used) => used.unitName === unitName);
  if (own.length === 0) return [];
  const periods = per === 'month' ? [month] : periodsFrom(anchor, MONTHS_OF[per!], month);
  return periods.flatMap((period) =>
    pieces.flatMap((piece) => {
      const within = commonDays(piece, period);
      const days = within && commonDays(within, month);
      if (!days) return [];
      const firstDay = pieces[0]!.from > period.from ? pieces[0]!.from : period.from;
      const before = sumUsage(own, firstDay, days.from, false);
      const units = sumUsage(own, days.from, days.to, true);
      if (units.isZero()) return [];
      const cost = (all: Decimal) => new Exact(unitsCost(piece.price, all));
      const exact = cost(before.plus(units)).minus(cost(before));
      const { label, amount } = piece.price;
      const inputs = { label, amount, units: units.toFixed(), before: before.toFixed(), unitName };
      return [line({ ...piece, ...days }, exact, units, { rule: 'charge.metered', inputs })];
    }),
  );
}

function sumUsage(usage: readonly ChargedUsage[], from: LocalDay, to: LocalDay, including: boolean): Decimal {
  return usage
    .filter(({ day }) => from <= day && (including ? day <= to : day < to))
    .reduce((sum, { quantity }) => sum.plus(quantity), new Exact(0));
}

/** What a price that is not metered counts. */
const unitsOf = ({ price, change }: Piece): string => new Exact(countedBy(price, change)).toFixed();

const priced = (piece: Piece) => {
  const { price, change, cost } = piece;
  const quantity = price.units ? unitsOf(piece) : change.quantity;
  return { amount: price.amount, per: price.per, quantity, cost: cost.toFixed() };
};

const dayAfter = (day: LocalDay): LocalDay => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function line(
  { from, to, change, price }: ChargeDays & Pick<Piece, 'change' | 'price'>,
  exact: Decimal,
  quantity: Decimal.Value,
  { rule, inputs }: Pick<Step, 'rule' | 'inputs'>,
): ChargedLine {
  const { kind, label, per, unitName, amount: unitPrice } = price;
  const { planId, planVersion, currency } = change;
  const amount = exact.toFixed(minorUnitDigits(currency), Decimal.ROUND_HALF_UP);
  return {
    kind,
    label,
    per,
    unitName,
    planId,
    planVersion,
    from,
    to,
    quantity: new Exact(quantity).toFixed(),
    unitPrice,
    amount,
    currency,
    explanation: [{ rule, inputs, result: { unrounded: exact.toDecimalPlaces(12).toFixed(), amount, currency } }],
  };
}

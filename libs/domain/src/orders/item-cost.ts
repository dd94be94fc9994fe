import { addMonths, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { dayBefore, type LocalDay } from '../agreements/local-day.js';
import { yearCost } from '../catalog/price-cost.js';
import type { PriceComponent } from '../catalog/price.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';
import type { OrderKind } from './order-kinds.js';
import { type OrderCost, orderCost, type OrderedPrices } from './order-cost.js';
import { afterTerm, type BindingTerm } from './term.js';

/** What a subscription becomes on a later day. */
export interface Ahead {
  readonly from: LocalDay;
  readonly prices: readonly PriceComponent[];
  readonly quantity: number;
}

/** A subscription as it is before an order changes it. */
export interface Subscribed extends BindingTerm {
  readonly planId: string;
  readonly prices: readonly PriceComponent[];
  readonly quantity: number;
  /** What it becomes on a later day, by what was accepted already; null = it stays what it is. */
  readonly ahead: Ahead | null;
  /** Last day for which budgets hold what it costs, as {@link heldUntil} says; null = none. */
  readonly paidTo: LocalDay | null;
  /** Whether its prices are paid of suspended days as well. */
  readonly suspendedIsCharged: boolean;
}

export interface OrderedItem extends OrderedPrices {
  readonly kind: OrderKind;
  readonly planId: string;
  /** null for what makes a new subscription. */
  readonly before: Subscribed | null;
  /** Of the term; null = none, and a year counts. */
  readonly months: number | null;
  /** Last day of the term that holds it back; null = nothing does. */
  readonly heldBackTo: LocalDay | null;
}

export interface ItemCost extends OrderCost {
  /** What the subscription costs a month before the order; null for a new one. */
  readonly monthlyBefore: string | null;
  /** What it costs a month from a later day on; null where no other prices are announced. */
  readonly announced: { readonly from: LocalDay; readonly monthly: string } | null;
  /** What recurs in the first year. */
  readonly yearly: string;
  /** What it is worth over its contract: once, and every month of its term. */
  readonly contractValue: string;
}

const later = (a: LocalDay, b: LocalDay): LocalDay => (a > b ? a : b);
const earlier = (a: LocalDay, b: LocalDay): LocalDay => (a < b ? a : b);

/**
 * What an item of an order takes from the budget.
 *
 * A new subscription: see {@link orderCost}. A change of a live one: what it costs from now on, less what budgets have
 * paid for the same days already, never less than nothing; one-off prices only for what is added, or for a new plan.
 * Prices announced for a later day count from that day on.
 * To suspend or to terminate costs nothing more, nor does what waits for a term that nobody has renewed yet.
 */
export function itemCost(item: OrderedItem): ItemCost {
  const { kind, before, currency, prices, quantity } = item;
  if (kind === 'subscribe' || before === null) return lasting(item, { ...orderCost(item), monthlyBefore: null });
  const zero = inCurrencyDigits('0', currency);
  const monthlyBefore = orderCost({ ...item, prices: before.prices, quantity: before.quantity }).monthly;
  if (kind === 'suspend' || kind === 'terminate') {
    const monthly = kind === 'suspend' && before.suspendedIsCharged ? monthlyBefore : zero;
    const nothing = { oneOff: zero, monthly, total: zero, yearly: zero, contractValue: zero };
    return { ...nothing, monthlyBefore, announced: null, explanation: [] };
  }

  const from = beginsOn(item);
  const recurring = orderCost({ ...item, from, prices: prices.filter(({ per }) => per !== null) });
  const added = item.planId === before.planId ? quantity - before.quantity : quantity;
  const once = orderCost({
    ...item,
    prices: kind === 'change' ? prices.filter(({ per }) => per === null) : [],
    quantity: Math.max(0, added),
  });
  const paid = paidAlready(item, before, from);
  const sum = new Decimal(recurring.total).minus(paid.amount);
  const waits = item.heldBackTo !== null && before.renewal === 'onRequest';
  const total = waits ? new Decimal(0) : new Decimal(once.total).plus(Decimal.max(0, sum));
  return lasting(
    { ...item, from },
    {
      oneOff: once.oneOff,
      monthly: recurring.monthly,
      total: inCurrencyDigits(total.toFixed(), currency),
      monthlyBefore,
      explanation: [
        ...recurring.explanation,
        ...paid.steps,
        {
          rule: 'order.difference',
          inputs: { recurring: recurring.total, paid: paid.amount, once: once.total },
          result: { amount: inCurrencyDigits(total.toFixed(), currency), currency },
        },
      ],
    },
  );
}

/** The day from which an item is paid: a renewal, and what a term holds back, begins when the term before it ends. */
export const beginsOn = ({
  kind,
  before,
  from,
  heldBackTo,
}: Pick<OrderedItem, 'kind' | 'from' | 'heldBackTo'> & { before: { renewsOn: LocalDay | null } | null }): LocalDay =>
  kind === 'renew' && before?.renewsOn ? later(from, before.renewsOn) : afterTerm(from, heldBackTo);

/** With what it comes to once it is accepted, at the prices of today and those that are announced. */
function lasting(
  { prices, announced, quantity, currency, from, months }: OrderedItem,
  cost: Omit<ItemCost, 'announced' | 'yearly' | 'contractValue'>,
): ItemCost {
  const then = announced
    ? {
        from: announced.from,
        monthly: orderCost({ prices: announced.prices, quantity, currency, from, to: null }).monthly,
      }
    : null;
  const monthsThen = (of: number) =>
    then
      ? Array.from({ length: of }, (_, month) => addMonths(from, month)).filter((day) => day >= then.from).length
      : 0;
  const inYear = (of: readonly PriceComponent[], share: number) =>
    new Exact(yearCost(of, { quantity })).times(share).div(12);
  const yearly = inYear(prices, 12 - monthsThen(12)).plus(inYear(announced?.prices ?? [], monthsThen(12)));
  const all = months ?? 12;
  const contract = new Exact(cost.monthly)
    .times(all - monthsThen(all))
    .plus(new Exact(then?.monthly ?? 0).times(monthsThen(all)))
    .plus(cost.oneOff);
  return {
    ...cost,
    announced: then,
    yearly: inCurrencyDigits(yearly.toFixed(), currency),
    contractValue: inCurrencyDigits(contract.toFixed(), currency),
  };
}

/** What budgets have paid for the days from `from` on, some of it at what the subscription becomes. */
function paidAlready(
  { currency, to }: OrderedItem,
  { paidTo, ahead, ...now }: Subscribed,
  from: LocalDay,
): { amount: string; steps: readonly Step[] } {
  if (paidTo === null || paidTo < from) return { amount: inCurrencyDigits('0', currency), steps: [] };
  // Without a budget the first period alone counts, here as well.
  const until = to === null ? from : earlier(paidTo, to);
  const paid = ({ prices, quantity }: Omit<Ahead, 'from'>, last: LocalDay) => {
    const recurring = prices.filter(({ per }) => per !== null);
    return orderCost({ prices: recurring, quantity, currency, from, to: last }).total;
  };
  const step = (inputs: Step['inputs'], amount: string) => ({ rule: 'order.paid', inputs, result: { amount } });
  const last = ahead ? earlier(until, dayBefore(ahead.from)) : until;
  const first = paid(now, last);
  const steps = last < from ? [] : [step({ from, to: last, quantity: now.quantity }, first)];
  if (!ahead || last === until) return { amount: first, steps };
  // Periods are counted from `from` on, whatever was paid for them.
  const then = new Decimal(paid(ahead, until)).minus(paid(ahead, last));
  const { quantity } = ahead;
  return {
    amount: inCurrencyDigits(then.plus(first).toFixed(), currency),
    steps: [
      ...steps,
      step({ from: later(from, ahead.from), to: until, quantity }, inCurrencyDigits(then.toFixed(), currency)),
    ],
  };
}

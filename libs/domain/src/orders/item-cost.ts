import type { Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { LocalDay } from '../agreements/local-day.js';
import type { PriceComponent } from '../catalog/price.js';
import { inCurrencyDigits } from '../currency.js';
import type { OrderKind } from './order-kinds.js';
import { type OrderCost, orderCost, type OrderedPrices } from './order-cost.js';

/** A subscription as it is before an order changes it. */
export interface Subscribed {
  readonly planId: string;
  readonly prices: readonly PriceComponent[];
  readonly quantity: number;
  /** Last day for which budgets have paid already; null = none. */
  readonly paidTo: LocalDay | null;
  readonly renewsOn: LocalDay | null;
}

export interface OrderedItem extends OrderedPrices {
  readonly kind: OrderKind;
  readonly planId: string;
  /** null for what makes a new subscription. */
  readonly before: Subscribed | null;
}

export interface ItemCost extends OrderCost {
  /** What the subscription costs a month before the order; null for a new one. */
  readonly monthlyBefore: string | null;
}

const later = (a: LocalDay, b: LocalDay): LocalDay => (a > b ? a : b);
const earlier = (a: LocalDay, b: LocalDay): LocalDay => (a < b ? a : b);

/**
 * What an item of an order takes from the budget.
 *
 * A new subscription: see {@link orderCost}. A change of a live one: what it costs from now on, less what budgets have
 * paid for the same days already, never less than nothing; one-off prices only for what is added, or for a new plan.
 * To suspend or to terminate costs nothing.
 */
export function itemCost(item: OrderedItem): ItemCost {
  const { kind, before, currency, prices, quantity } = item;
  if (kind === 'subscribe' || before === null) return { ...orderCost(item), monthlyBefore: null };
  const zero = inCurrencyDigits('0', currency);
  const monthlyBefore = orderCost({ ...item, prices: before.prices, quantity: before.quantity }).monthly;
  if (kind === 'suspend' || kind === 'terminate')
    return { oneOff: zero, monthly: zero, total: zero, monthlyBefore, explanation: [] };

  const from = kind === 'renew' && before.renewsOn ? later(item.from, before.renewsOn) : item.from;
  const recurring = orderCost({ ...item, from, prices: prices.filter(({ per }) => per !== null) });
  const added = item.planId === before.planId ? quantity - before.quantity : quantity;
  const once = orderCost({
    ...item,
    prices: kind === 'change' ? prices.filter(({ per }) => per === null) : [],
    quantity: Math.max(0, added),
  });
  const paid = paidAlready(item, before, from);
  const sum = new Decimal(recurring.total).minus(paid.amount);
  const total = new Decimal(once.total).plus(Decimal.max(0, sum));
  return {
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
  };
}

/** What budgets have paid for the days from `from` on. */
function paidAlready(
  { currency, to }: OrderedItem,
  { prices, quantity, paidTo }: Subscribed,
  from: LocalDay,
): { amount: string; steps: readonly Step[] } {
  if (paidTo === null || paidTo < from) return { amount: inCurrencyDigits('0', currency), steps: [] };
  const until = to === null ? paidTo : earlier(paidTo, to);
  const recurring = prices.filter(({ per }) => per !== null);
  const { total } = orderCost({ prices: recurring, quantity, currency, from, to: until });
  return {
    amount: total,
    steps: [{ rule: 'order.paid', inputs: { from, to: until, quantity }, result: { amount: total } }],
  };
}

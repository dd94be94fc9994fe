import { addMonths } from '@accord/sla';
import { addDays, type LocalDay } from '../agreements/local-day.js';
import { ORDER_KIND_EFFECTS, type OrderKind, type SubscriptionState } from './order-kinds.js';

/** A subscription as it is. */
export interface SubscribedBefore {
  readonly planId: string;
  readonly planVersion: number;
  readonly quantity: number;
  readonly state: SubscriptionState;
  readonly renewsOn: LocalDay | null;
  readonly endsOn: LocalDay | null;
  readonly paidTo: LocalDay | null;
}

/** What an accepted item says. */
export interface AcceptedItem {
  readonly kind: OrderKind;
  readonly planId: string;
  readonly planVersion: number;
  readonly quantity: number;
  /** Last day of the budget that paid it. */
  readonly paidTo: LocalDay | null;
  /** Of the plan; null = it goes on until it is terminated. */
  readonly termMonths: number | null;
  /** Calendar days from a termination to the end. */
  readonly noticeDays: number;
}

export interface SubscribedNow extends SubscribedBefore {
  /** The entry in its history. */
  readonly change: {
    readonly fromDate: LocalDay;
    readonly state: SubscriptionState;
    /** Whether it goes on at the prices it had. */
    readonly keepsPrices: boolean;
  };
}

/**
 * What an accepted item makes of a subscription.
 *
 * A term begins on the day of a new subscription or plan; a renewal adds one. A termination ends when its notice is over,
 * on the last day of which the subscription still serves.
 *
 * @param before null for a new one.
 */
export function appliedTo(before: SubscribedBefore | null, item: AcceptedItem, today: LocalDay): SubscribedNow {
  const { kind, planId, planVersion, quantity, termMonths } = item;
  const { to } = ORDER_KIND_EFFECTS[kind];
  if (before === null || kind === 'subscribe') {
    const renewsOn = termMonths === null ? null : addMonths(today, termMonths);
    const change = { fromDate: today, state: to, keepsPrices: false } as const;
    return { planId, planVersion, quantity, state: to, renewsOn, endsOn: null, paidTo: item.paidTo, change };
  }
  const { renewsOn } = before;
  const kept = { ...before, paidTo: laterOf(before.paidTo, item.paidTo) };
  switch (kind) {
    case 'change': {
      const isOtherPlan = planId !== before.planId;
      const term = isOtherPlan ? (termMonths === null ? null : addMonths(today, termMonths)) : renewsOn;
      const change = { fromDate: today, state: to, keepsPrices: false } as const;
      return { ...kept, planId, planVersion, quantity, renewsOn: term, change };
    }
    case 'renew': {
      const next = renewsOn === null || termMonths === null ? renewsOn : addMonths(renewsOn, termMonths);
      const change = { fromDate: renewsOn ?? today, state: to, keepsPrices: false } as const;
      return { ...kept, planVersion, renewsOn: next, change };
    }
    case 'suspend':
    case 'resume':
      return { ...kept, paidTo: kind === 'suspend' ? before.paidTo : kept.paidTo, state: to, change: { fromDate: today, state: to, keepsPrices: true } };
    case 'terminate': {
      const endsOn = addDays(today, item.noticeDays);
      return { ...before, endsOn, change: { fromDate: addDays(endsOn, 1), state: to, keepsPrices: true } };
    }
  }
}

/** Since when a term may be renewed, and by when it should be: that many calendar days before it is over. */
export const RENEWAL_NOTICE_DAYS = 30;

function laterOf(a: LocalDay | null, b: LocalDay | null): LocalDay | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

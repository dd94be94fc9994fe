import { addMonths } from '@accord/sla';
import { addDays, type LocalDay } from '../agreements/local-day.js';
import type { Renewal } from '../catalog/plan-definition.js';
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
  /** null = it goes on until it is terminated. */
  readonly termMonths: number | null;
  readonly renewal: Renewal | null;
  readonly noticeDays: number;
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
  readonly renewal: Renewal | null;
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
  const { kind, planId, planVersion, quantity, termMonths, renewal, noticeDays } = item;
  const { to } = ORDER_KIND_EFFECTS[kind];
  if (before === null || kind === 'subscribe') {
    const renewsOn = termMonths === null ? null : addMonths(today, termMonths);
    const change = { fromDate: today, state: to, keepsPrices: false } as const;
    const terms = { termMonths, renewal, noticeDays };
    return { planId, planVersion, quantity, state: to, renewsOn, endsOn: null, paidTo: item.paidTo, ...terms, change };
  }
  const { renewsOn } = before;
  const kept = { ...before, paidTo: laterOf(before.paidTo, item.paidTo) };
  switch (kind) {
    case 'change': {
      const isOtherPlan = planId !== before.planId;
      const bound = termMonths === null ? null : addMonths(today, termMonths);
      const terms = isOtherPlan ? { renewsOn: bound, termMonths, renewal, noticeDays } : {};
      const change = { fromDate: today, state: to, keepsPrices: false } as const;
      return { ...kept, planId, planVersion, quantity, ...terms, change };
    }
    case 'renew': {
      const months = termMonths ?? before.termMonths;
      const next = renewsOn === null || months === null ? renewsOn : addMonths(renewsOn, months);
      const change = { fromDate: renewsOn ?? today, state: to, keepsPrices: false } as const;
      return { ...kept, planVersion, renewsOn: next, change };
    }
    case 'suspend':
    case 'resume':
      return {
        ...kept,
        paidTo: kind === 'suspend' ? before.paidTo : kept.paidTo,
        state: to,
        change: { fromDate: today, state: to, keepsPrices: true },
      };
    case 'terminate': {
      const endsOn = addDays(today, item.noticeDays);
      return { ...before, endsOn, change: { fromDate: addDays(endsOn, 1), state: to, keepsPrices: true } };
    }
  }
}

/** What a day does to a subscription with a term or an end. */
export type SubscriptionDay = 'nothing' | 'tellRenewal' | 'renew' | 'goOn' | 'end';

/**
 * What becomes of a subscription on a day: its owner is told of a renewal as many days before as the notice takes, a term
 * that is renewed by itself is, and one that nobody renewed, or that was terminated, ends.
 *
 * What retires binds nobody anew and ends nobody before its day: there a term that is over becomes none.
 *
 * @param toldFor The renewal of which its owner was told.
 * @param isClosed Whether its plan retires, and takes no orders any more.
 */
export function dayOf(
  {
    state,
    renewsOn,
    endsOn,
    renewal,
    noticeDays,
  }: Pick<SubscribedBefore, 'state' | 'renewsOn' | 'endsOn' | 'renewal' | 'noticeDays'>,
  toldFor: LocalDay | null,
  today: LocalDay,
  isClosed = false,
): SubscriptionDay {
  if (state === 'ended') return 'nothing';
  if (endsOn !== null) return endsOn < today ? 'end' : 'nothing';
  if (renewsOn === null) return 'nothing';
  if (isClosed) return renewsOn <= today ? 'goOn' : 'nothing';
  if (renewsOn <= today) return renewal === 'automatic' ? 'renew' : 'end';
  return toldFor !== renewsOn && addDays(renewsOn, -Math.max(noticeDays, LEAST_NOTICE_DAYS)) <= today
    ? 'tellRenewal'
    : 'nothing';
}

/** Somebody who has to decide on a renewal hears of it that many days before at least. */
const LEAST_NOTICE_DAYS = 14;

function laterOf(a: LocalDay | null, b: LocalDay | null): LocalDay | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

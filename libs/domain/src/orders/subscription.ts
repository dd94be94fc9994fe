import { addMonths } from '@accord/sla';
import { addDays, dayBefore, type LocalDay } from '../agreements/local-day.js';
import type { Renewal } from '../catalog/plan-definition.js';
import { DomainError } from '../domain-error.js';
import { ORDER_KIND_EFFECTS, type OrderKind, type SubscriptionState } from './order-kinds.js';
import { afterTerm, lastServedDay, renewedTo } from './term.js';

/** A subscription as it is. */
export interface SubscribedBefore {
  readonly planId: string;
  readonly planVersion: number;
  readonly quantity: number;
  readonly state: SubscriptionState;
  /** The first day of its first term, from which every renewal counts; null without a term. */
  readonly termsFrom: LocalDay | null;
  readonly renewsOn: LocalDay | null;
  readonly endsOn: LocalDay | null;
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
  /** Last day of the term that holds it back, as {@link heldBackTo} said when it was submitted; null = nothing does. */
  readonly heldBackTo: LocalDay | null;
  /** Of the plan; null = it goes on until it is terminated. */
  readonly termMonths: number | null;
  readonly renewal: Renewal | null;
  /** Calendar days from a termination to the end. */
  readonly noticeDays: number;
}

export interface SubscribedNow extends SubscribedBefore {
  /** From which day on its history says so. */
  readonly fromDate: LocalDay;
}

/**
 * What an accepted item makes of a subscription; what it adds to its history, {@link entriesOf} says.
 *
 * A term begins on the day of a new subscription or plan; a renewal adds one. A termination ends when its notice is over,
 * on the last day of which the subscription still serves, but no earlier than the term that binds it, nor later than one
 * that nobody has renewed. A change that a term holds back leaves everything as it is until the next one begins.
 *
 * @param before null for a new one.
 * @throws {DomainError} `SUBSCRIPTION_ENDED` when there is nothing left that the item could be about.
 */
export function appliedTo(before: SubscribedBefore | null, item: AcceptedItem, today: LocalDay): SubscribedNow {
  const { kind, planId, planVersion, quantity, termMonths, renewal, noticeDays } = item;
  const { to } = ORDER_KIND_EFFECTS[kind];
  const bound =
    termMonths === null
      ? { termsFrom: null, renewsOn: null }
      : { termsFrom: today, renewsOn: addMonths(today, termMonths) };
  const terms = { ...bound, termMonths, renewal, noticeDays };
  if (before === null || kind === 'subscribe') {
    return { planId, planVersion, quantity, state: to, endsOn: null, ...terms, fromDate: today };
  }
  assertGoesOn(before, kind, today);
  const { renewsOn } = before;
  const kept = { ...before, fromDate: today };
  switch (kind) {
    case 'change': {
      const fromDate = afterTerm(today, item.heldBackTo);
      if (fromDate > today) return { ...before, fromDate };
      return { ...kept, planId, planVersion, quantity, ...(planId !== before.planId && terms) };
    }
    case 'renew': {
      const months = termMonths ?? before.termMonths;
      const next = months === null ? renewsOn : renewedTo(before, months);
      return { ...kept, planVersion, renewsOn: next, fromDate: renewsOn ?? today };
    }
    case 'suspend':
    case 'resume':
      return { ...kept, state: to };
    case 'terminate': {
      const noticed = laterOf(addDays(today, noticeDays), item.heldBackTo)!;
      const endsOn = termEndsBefore(before, today, noticed) ? dayBefore(renewsOn!) : noticed;
      return { ...before, endsOn, fromDate: addDays(endsOn, 1) };
    }
  }
}

/**
 * A subscription once what a term held back has begun.
 *
 * @param item That made it what it is from `on`.
 * @returns null where nothing begins: it ends, or its term is over and nobody has renewed it yet.
 */
export function begun(before: SubscribedBefore, item: Omit<AcceptedItem, 'kind' | 'heldBackTo'>, on: LocalDay) {
  const { renewsOn, renewal, endsOn, state } = before;
  const isOver = renewal === 'onRequest' && renewsOn !== null && renewsOn <= on;
  if (state === 'ended' || endsOn !== null || isOver) return null;
  const { fromDate: _, ...now } = appliedTo(before, { ...item, kind: 'change', heldBackTo: null }, on);
  // A term that was renewed already goes on.
  return { ...now, renewsOn: now.renewsOn && laterOf(now.renewsOn, renewsOn) };
}

/** Whether a term that is not renewed by itself is over before a day. */
function termEndsBefore({ renewal, renewsOn }: SubscribedBefore, today: LocalDay, day: LocalDay): boolean {
  return renewal === 'onRequest' && renewsOn !== null && renewsOn > today && renewsOn <= day;
}

/** What a day does to a subscription with a term or an end. */
export type SubscriptionDay = 'nothing' | 'tellRenewal' | 'renew' | 'goOn' | 'end';

/** The orders that renew a subscription: one is open, or the last came to nothing on a day; null where there is none. */
export type RenewalAsked = 'open' | LocalDay | null;

/**
 * What becomes of a subscription on a day: its owner is told of a renewal as many days before as the notice takes, a term
 * that is renewed by itself is, and one that nobody renewed, or that was terminated, ends. An order that renews it keeps
 * it until that is done, or comes to nothing.
 *
 * What retires binds nobody anew and ends nobody before its day: there a term that is over becomes none.
 *
 * @param toldFor The renewal of which its owner was told.
 * @param isClosed Whether its plan retires, and takes no orders any more.
 */
export function dayOf(
  subscription: Pick<SubscribedBefore, 'state' | 'renewsOn' | 'endsOn' | 'renewal' | 'noticeDays'>,
  toldFor: LocalDay | null,
  today: LocalDay,
  { isClosed = false, asked = null }: { readonly isClosed?: boolean; readonly asked?: RenewalAsked } = {},
): SubscriptionDay {
  const { state, renewsOn, endsOn, renewal, noticeDays } = subscription;
  if (state === 'ended') return 'nothing';
  if (endsOn !== null) return endsOn < today ? 'end' : 'nothing';
  if (renewsOn === null) return 'nothing';
  if (isClosed) return renewsOn <= today ? 'goOn' : 'nothing';
  if (renewsOn <= today) {
    if (asked === 'open') return 'nothing';
    if (renewal === 'automatic') return 'renew';
    return lastServedDay(subscription, asked) < today ? 'end' : 'nothing';
  }
  return toldFor !== renewsOn && addDays(renewsOn, -Math.max(noticeDays, LEAST_NOTICE_DAYS)) <= today
    ? 'tellRenewal'
    : 'nothing';
}

function assertGoesOn(before: SubscribedBefore, kind: OrderKind, today: LocalDay): void {
  const { state, endsOn, renewsOn, renewal } = before;
  const isTermOver = kind !== 'renew' && renewal === 'onRequest' && renewsOn !== null && renewsOn <= today;
  const hasEnded = state === 'ended' || (endsOn !== null && endsOn < today);
  if (!hasEnded && !(endsOn === null && isTermOver)) return;
  throw new DomainError(
    'SUBSCRIPTION_ENDED',
    `This subscription ended on ${lastServedDay(before)}; ${COMES_TO_NOTHING}`,
  );
}

/** What is said of an order about a subscription that has ended. */
const COMES_TO_NOTHING = 'what was ordered of it comes to nothing, and its money is free again.';

/** Why an order about a subscription that has ended is given up. */
export const lapsedBecause = (lastDay: LocalDay): string =>
  `The subscription ended on ${lastDay}, before this was accepted; ${COMES_TO_NOTHING}`;

/** Somebody who has to decide on a renewal hears of it that many days before at least. */
const LEAST_NOTICE_DAYS = 14;

function laterOf(a: LocalDay | null, b: LocalDay | null): LocalDay | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

import { addMonths } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { addDays, dayBefore, type LocalDay } from '../agreements/local-day.js';
import type { Renewal } from '../catalog/plan-definition.js';
import type { OrderedItem } from './item-cost.js';
import { orderCost } from './order-cost.js';

/** The term of a subscription. */
export interface Term {
  /** First day of the next one; null without a term. */
  readonly renewsOn: LocalDay | null;
  readonly renewal: Renewal | null;
  /** Its last day; null = none is set. */
  readonly endsOn: LocalDay | null;
}

/** A term, and how it is renewed. */
export interface BindingTerm extends Pick<Term, 'renewsOn' | 'renewal'> {
  /** First day of the first one, from which renewals count; null without a term. */
  readonly termsFrom: LocalDay | null;
  readonly termMonths: number | null;
}

/** Without an end. */
export const FOREVER: LocalDay = '9999-12-31';

/**
 * The last day on which a subscription serves if nobody orders anything; {@link FOREVER} without an end.
 *
 * @param asked The day on which an order that would have renewed it came to nothing: it does not end before.
 */
export function lastServedDay({ renewsOn, renewal, endsOn }: Term, asked: LocalDay | null = null): LocalDay {
  if (endsOn !== null) return endsOn;
  if (renewsOn === null || renewal !== 'onRequest') return FOREVER;
  const last = dayBefore(renewsOn);
  return asked !== null && asked > last ? asked : last;
}

/**
 * The first day of the term after the next one: whole terms counted from the first day, so that one that began on the
 * 31st is renewed on the last day of shorter months, and on the 31st again of longer ones.
 *
 * @param months Of the term that is added.
 * @returns null without a term.
 */
export function renewedTo(
  { termsFrom, renewsOn }: Pick<BindingTerm, 'termsFrom' | 'renewsOn'>,
  months: number,
): LocalDay | null {
  if (termsFrom === null || renewsOn === null) return renewsOn;
  return addMonths(termsFrom, monthOf(renewsOn) - monthOf(termsFrom) + months);
}

const monthOf = (day: LocalDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/**
 * The last day of the term that binds a subscription on a day; null where none does. A term is a promise to pay: what
 * would lower what is owed holds from the day after. One that is renewed by itself binds on a later day as well.
 *
 * @param isRetiring Whether it is decided that its plan ends: what is taken away binds nobody.
 */
export function boundTo(term: BindingTerm, day: LocalDay, isRetiring: boolean): LocalDay | null {
  const { termMonths, renewal } = term;
  let { renewsOn } = term;
  if (isRetiring) return null;
  while (renewsOn !== null && renewsOn <= day && renewal === 'automatic' && termMonths !== null)
    renewsOn = renewedTo({ ...term, renewsOn }, termMonths);
  return renewsOn === null || renewsOn <= day ? null : dayBefore(renewsOn);
}

/**
 * The last day of the term that holds an order back; null where nothing does: a termination always, a change where less
 * recurs than before, or where another plan binds for less long.
 *
 * @param bound As {@link boundTo} says, on the day on which it would hold without a term.
 */
export function heldBackTo(item: OrderedItem, bound: LocalDay | null): LocalDay | null {
  const { kind, planId, months, from, before } = item;
  if (bound === null || before === null) return null;
  if (kind === 'terminate') return bound;
  if (kind !== 'change') return null;
  const isShorter = planId !== before.planId && (months === null || addMonths(from, months) <= bound);
  const monthly = (of: OrderedItem) => new Decimal(orderCost({ ...of, announced: null, to: null }).monthly);
  return isShorter || monthly(item).lt(monthly({ ...item, ...before, before })) ? bound : null;
}

/** The first day on which an order that a term holds back can hold. */
export const afterTerm = (day: LocalDay, heldBack: LocalDay | null): LocalDay =>
  heldBack !== null && heldBack >= day ? addDays(heldBack, 1) : day;

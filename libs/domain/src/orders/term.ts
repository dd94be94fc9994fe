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
 * The last day of the term that binds a subscription on a day; null where none does. A term is a promise to pay: what
 * would lower what is owed holds from the day after.
 *
 * @param isRetiring Whether it is decided that its plan ends: what is taken away binds nobody.
 */
export function boundTo({ renewsOn }: Pick<Term, 'renewsOn'>, today: LocalDay, isRetiring: boolean): LocalDay | null {
  return isRetiring || renewsOn === null || renewsOn <= today ? null : dayBefore(renewsOn);
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

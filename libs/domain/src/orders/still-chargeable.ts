import { addDays, type LocalDay } from '../agreements/local-day.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';
import { chargesOf } from './charge-lines.js';
import type { ChargeDays } from './charge-month.js';
import type { ChargedChange } from './charge-stretches.js';
import type { SubscriptionState } from './order-kinds.js';
import { FOREVER, lastServedDay, type Term } from './term.js';

/** How long a subscription goes on unless somebody orders something. */
export interface Lasting extends Term {
  readonly state: SubscriptionState;
}

/**
 * The last day for which budgets hold money for a subscription: while it is suspended for nothing, and once it has ended,
 * they hold none.
 */
export function heldUntil(lasting: Lasting, suspendedIsCharged: boolean): LocalDay | null {
  const isFree = lasting.state === 'ended' || (lasting.state === 'suspended' && !suspendedIsCharged);
  return isFree ? null : lastServedDay(lasting);
}

/**
 * What each month will charge of a subscription if nobody orders anything: its fixed part, as {@link chargesOf} reckons it.
 * What is measured is known only once it is used, and no budget holds money for it.
 *
 * @param changes Its history, with what begins on a later day.
 * @param lastDay As {@link lastServedDay} says.
 * @returns For each month an exact decimal with the digits of the currency; below nothing where something is given back.
 */
export function fixedCharges(
  changes: readonly ChargedChange[],
  lastDay: LocalDay,
  months: readonly ChargeDays[],
): string[] {
  const last = changes.findLast(({ fromDate }) => fromDate <= lastDay);
  if (!last) return months.map(() => '0');
  const end = { ...last, fromDate: addDays(lastDay, 1), state: 'ended' as const };
  const all = lastDay === FOREVER ? changes : [...changes.filter(({ fromDate }) => fromDate <= lastDay), end];
  return months.map((month) => {
    const sum = chargesOf({ changes: all, usage: [] }, month).reduce((so, { amount }) => so.plus(amount), new Exact(0));
    return inCurrencyDigits(sum.toFixed(), last.currency);
  });
}

import { dayBefore, type LocalDay } from '../agreements/local-day.js';
import type { PriceComponent } from '../catalog/price.js';
import { samePrices } from '../catalog/price-list.js';
import type { SubscriptionState } from './order-kinds.js';
import type { ChargeDays } from './charge-month.js';
import { FOREVER } from './term.js';

/** What a subscription is from a day on, as its history says. */
export interface ChargedChange {
  readonly fromDate: LocalDay;
  readonly planId: string;
  readonly planVersion: number;
  readonly quantity: number;
  readonly state: SubscriptionState;
  readonly prices: readonly PriceComponent[];
  /** ISO 4217, of the plan. */
  readonly currency: string;
  /** Whether its prices are paid of suspended days as well. */
  readonly suspendedIsCharged: boolean;
}

/** Days on which nothing of a subscription changed. `to` of what goes on is {@link FOREVER}. */
export interface Stretch extends ChargeDays {
  readonly change: ChargedChange;
}

/**
 * The history of a subscription as days without a change. Of two entries from the same day the later one holds; entries
 * that change nothing of what is paid, such as a renewal, cut nothing.
 *
 * @param changes In the order in which they were written down.
 */
export function stretchesOf(changes: readonly ChargedChange[]): Stretch[] {
  const ordered = changes
    .map((change, place) => ({ change, place }))
    .sort((a, b) => compare(a.change.fromDate, b.change.fromDate) || a.place - b.place)
    .map(({ change }) => change);
  const holding = ordered.filter(({ fromDate }, i) => ordered[i + 1]?.fromDate !== fromDate);
  const cuts = holding.filter((change, i) => i === 0 || !sameCharge(holding[i - 1]!, change));
  return cuts.map((change, i) => ({
    from: change.fromDate,
    to: cuts[i + 1] ? dayBefore(cuts[i + 1]!.fromDate) : FOREVER,
    change,
  }));
}

const sameCharge = (one: ChargedChange, other: ChargedChange): boolean =>
  one.planId === other.planId &&
  one.quantity === other.quantity &&
  one.state === other.state &&
  (one.state !== 'suspended' || one.suspendedIsCharged === other.suspendedIsCharged) &&
  samePrices(one.prices, other.prices);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

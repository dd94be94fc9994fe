import type { LocalDay } from '../agreements/local-day.js';
import type { PriceComponent } from '../catalog/price.js';
import { ORDER_KIND_EFFECTS, type OrderKind, type SubscriptionState } from './order-kinds.js';

/** What a subscription is from a day on. Of two entries from the same day the one that was written later holds. */
export interface HistoryEntry {
  readonly fromDate: LocalDay;
  readonly planId: string;
  readonly planVersion: number;
  readonly quantity: number;
  readonly state: SubscriptionState;
  readonly prices: readonly PriceComponent[];
  /** The item with which it begins; null for a change of price, a renewal by itself, or an end by date. */
  readonly orderItemId: string | null;
}

/** An accepted item, as far as the history tells of it. */
export interface HistoryItem<Price extends PriceComponent> {
  readonly id: string;
  readonly kind: OrderKind;
  readonly planId: string;
  readonly planVersion: number;
  readonly quantity: number;
  readonly prices: readonly Price[];
}

/** The entries that hold, each from its day to that of the next one; earliest first. */
export function holdingEntries<E extends Pick<HistoryEntry, 'fromDate'>>(written: readonly E[]): E[] {
  const last = new Map(written.map((entry) => [entry.fromDate, entry]));
  return [...last.values()].sort((one, other) => (one.fromDate < other.fromDate ? -1 : 1));
}

/**
 * What an accepted item adds to a history: what holds from its day on, and for each entry that had been written ahead,
 * such as that of an early renewal, another one from the same day, since what is accepted later holds there as well.
 *
 * - A change brings its plan, quantity and prices to all of them.
 * - What is suspended or resumed keeps what had been agreed for later.
 * - Nothing begins after an end, and what has ended stays so.
 *
 * @param written Of one day in the order in which it was written down; empty for a new subscription.
 */
export function entriesOf<Price extends PriceComponent>(
  written: readonly (HistoryEntry & { readonly prices: readonly Price[] })[],
  item: HistoryItem<Price>,
  fromDate: LocalDay,
): (HistoryEntry & { readonly prices: readonly Price[] })[] {
  const holding = holdingEntries(written);
  const { id: orderItemId, kind, planId, planVersion, quantity, prices } = item;
  const held = holding.findLast((entry) => entry.fromDate <= fromDate);
  const begun = held ?? { planId, planVersion, quantity, prices };
  const first = effectOf(item, { ...begun, fromDate, state: ORDER_KIND_EFFECTS[kind].to, orderItemId });
  const ahead = holding.filter((entry) => entry.fromDate > fromDate);
  const touched = kind === 'renew' ? [] : ahead.filter(({ state }) => state !== 'ended');
  return [first, ...touched.map((entry) => effectOf(item, entry))];
}

function effectOf<Price extends PriceComponent>(
  { kind, planId, planVersion, quantity, prices }: HistoryItem<Price>,
  entry: HistoryEntry & { readonly prices: readonly Price[] },
) {
  const { to: state } = ORDER_KIND_EFFECTS[kind];
  switch (kind) {
    case 'subscribe':
    case 'change':
      return { ...entry, state, planId, planVersion, quantity, prices };
    case 'renew':
      return { ...entry, planVersion, prices };
    case 'suspend':
    case 'resume':
    case 'terminate':
      return { ...entry, state };
  }
}

/**
 * What is told of a history: without what another entry took the place of before it began, and nothing after the end.
 *
 * @param written Of one day in the order in which it was written down.
 */
export function toldEntries<E extends Pick<HistoryEntry, 'fromDate' | 'state' | 'orderItemId'>>(
  written: readonly E[],
): E[] {
  const end = holdingEntries(written).find(({ state }) => state === 'ended');
  const isReplaced = (entry: E, place: number) =>
    entry.orderItemId !== null &&
    written.some(
      (other, i) => i > place && other.orderItemId === entry.orderItemId && other.fromDate === entry.fromDate,
    );
  const neverBegan = ({ fromDate, state }: E) =>
    end !== undefined && (fromDate > end.fromDate || (fromDate === end.fromDate && state !== 'ended'));
  return written.filter((entry, place) => !isReplaced(entry, place) && !neverBegan(entry));
}

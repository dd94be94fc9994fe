import type { PricesOfDay } from '../catalog/price-list.js';
import type { PriceComponent } from '../catalog/price.js';
import type { LocalDay } from '../agreements/local-day.js';
import { beginsOn, type OrderedItem } from './item-cost.js';
import { boundTo, heldBackTo } from './term.js';

/** When an item of an order holds, and what it costs then. */
export interface ItemStart<P extends PriceComponent> extends PricesOfDay<P> {
  /** Last day of the term that holds it back; null = nothing does. */
  readonly heldBackTo: LocalDay | null;
  readonly beginsOn: LocalDay;
}

/**
 * @param wanted With the day on which it would begin if no term held it back.
 * @param offered What it would cost if it began on a day.
 * @param isRetiring Whether it is decided that the plan which it changes ends.
 */
export function itemStart<P extends PriceComponent>(
  wanted: Omit<OrderedItem, 'prices' | 'announced' | 'to' | 'heldBackTo'>,
  offered: (day: LocalDay) => PricesOfDay<P>,
  isRetiring: boolean,
): ItemStart<P> {
  const { before, from } = wanted;
  const asked = { ...wanted, prices: offered(from).prices ?? [], to: null, heldBackTo: null };
  const heldBack = heldBackTo(asked, before && boundTo(before, from, isRetiring));
  const begins = beginsOn({ ...wanted, heldBackTo: heldBack });
  return { heldBackTo: heldBack, beginsOn: begins, ...offered(begins) };
}

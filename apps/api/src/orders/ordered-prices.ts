import { type PricesOfDay, pricesOfDay } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { priceListsOf, type PriceRow } from '../catalog/plans/plan-prices.js';

/** What an order of a plan that begins on a day costs, as it is pinned, and what is announced for later. */
export async function orderedPrices(
  manager: EntityManager,
  planId: string,
  day: string,
): Promise<PricesOfDay<PriceRow>> {
  return pricesOfDay((await priceListsOf(manager, [planId])).get(planId)!, day);
}

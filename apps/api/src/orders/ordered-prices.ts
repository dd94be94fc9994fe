import type { EntityManager } from 'typeorm';
import { pricesOn } from '../catalog/plans/plan-prices.js';
import type { PinnedPrice } from './order.entity.js';

/** What an order of a plan costs on a day, as it is pinned. */
export async function orderedPrices(manager: EntityManager, planId: string, day: string): Promise<PinnedPrice[]> {
  return (await pricesOn(manager, [planId], day)).get(planId)!;
}

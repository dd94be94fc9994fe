import type { EntityManager } from 'typeorm';
import type { PinnedPrice } from '../order.entity.js';

const ON_DAY = `
  SELECT prices FROM subscription_change WHERE subscription_id = $1 AND from_date <= $2
   ORDER BY from_date DESC, id DESC LIMIT 1`;

/** The prices of a subscription on a day, as its history says. */
export async function pricesOfSubscription(manager: EntityManager, id: string, day: string): Promise<PinnedPrice[]> {
  const [row]: { prices: PinnedPrice[] }[] = await manager.query(ON_DAY, [id, day]);
  return row?.prices ?? [];
}

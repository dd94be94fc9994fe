import { type RoomPart, takeRoom } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { BudgetEntity } from './budget.entity.js';

const ABOVE = `
  WITH RECURSIVE path AS (
    SELECT id, parent_id, 0 AS depth FROM business_unit WHERE id = $1
    UNION ALL
    SELECT u.id, u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.parent_id
  )
  SELECT b.id FROM path JOIN budget b ON b.unit_id = path.id AND $2::date BETWEEN b.from_date AND b.to_date
   WHERE path.depth > 0 AND b.currency = $3 ORDER BY path.depth`;

/**
 * Which budgets take an order: the nearest one, and what it lacks the next one up the unit tree that has room for it.
 * Everybody locks from the bottom of the tree to its top, so nobody waits for who waits for them.
 *
 * @param nearest Locked already, where `lock` is asked for.
 * @returns null when none has room.
 */
export async function roomFor(
  manager: EntityManager,
  nearest: BudgetEntity,
  needed: string,
  day: string,
  lock: boolean,
): Promise<RoomPart<BudgetEntity>[] | null> {
  const here = takeRoom([nearest], needed);
  if (here) return here;
  const above: { id: string }[] = await manager.query(ABOVE, [nearest.unitId, day, nearest.currency]);
  const budgets = [nearest];
  for (const { id } of above) {
    const mode = lock && ({ lock: { mode: 'for_no_key_update' } } as const);
    budgets.push(await manager.findOneOrFail(BudgetEntity, { where: { id }, ...mode }));
    const parts = takeRoom(budgets, needed);
    if (parts) return parts;
  }
  return null;
}

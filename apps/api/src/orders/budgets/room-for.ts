import { takeRoom, type RoomPart } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { In, type EntityManager } from 'typeorm';
import { lockBudgets } from './budget-paths.js';
import { BudgetEntity } from './budget.entity.js';
import type { Need } from './needs-of-order.js';

const ABOVE = `
  WITH RECURSIVE path AS (
    SELECT unit_id AS id, 0 AS depth FROM budget WHERE id = $1
    UNION ALL
    SELECT u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.id WHERE u.parent_id IS NOT NULL
  )
  SELECT b.id FROM path JOIN budget b ON b.unit_id = path.id AND $2::date BETWEEN b.from_date AND b.to_date
    JOIN budget nearest ON nearest.id = $1 AND nearest.currency = b.currency
   WHERE path.depth > 0 ORDER BY path.depth`;

/** Which budgets take a need: the nearest one, and what it lacks one further up; null when none has room. */
export interface Room {
  readonly need: Need;
  readonly nearest: BudgetEntity;
  readonly parts: RoomPart<BudgetEntity>[] | null;
}

/**
 * Which budgets take what an order needs, of every year: the nearest one, and what it lacks the next one up the unit tree
 * that has room for it.
 *
 * Everybody locks from the bottom of the tree to its top, so nobody waits for who waits for them: where the nearest ones
 * lack something, they are let go of, and all of them are locked anew together with those above.
 *
 * @param lock Keeps them from others until the transaction ends.
 */
export async function roomFor(manager: EntityManager, needs: readonly Need[], lock: boolean): Promise<Room[]> {
  const nearest = needs.map(({ budgetId }) => [budgetId]);
  if (lock) {
    await manager.query('SAVEPOINT nearest_budgets');
    await lockBudgets(manager, nearest.flat());
    const rooms = await roomIn(manager, needs, nearest);
    if (rooms.every(({ parts }) => parts)) return rooms;
    await manager.query('ROLLBACK TO SAVEPOINT nearest_budgets');
  }
  const chains: string[][] = [];
  for (const { budgetId, day } of needs) {
    const above: { id: string }[] = await manager.query(ABOVE, [budgetId, day]);
    chains.push([budgetId, ...above.map(({ id }) => id)]);
  }
  if (lock) await lockBudgets(manager, chains.flat());
  return roomIn(manager, needs, chains);
}

/** One need after the other: what one takes is gone for the next. */
async function roomIn(
  manager: EntityManager,
  needs: readonly Need[],
  chains: readonly (readonly string[])[],
): Promise<Room[]> {
  const known = new Map((await manager.findBy(BudgetEntity, { id: In(chains.flat()) })).map((one) => [one.id, one]));
  return needs.map((need, i) => {
    const [nearest, ...above] = chains[i]!.map((id) => known.get(id)!);
    const parts = takeRoom([nearest!, ...above], need.amount);
    for (const { budget, amount } of parts ?? []) {
      const reserved = new Decimal(budget.reserved).plus(amount).toFixed();
      known.set(budget.id, Object.assign(Object.create(BudgetEntity.prototype) as BudgetEntity, budget, { reserved }));
    }
    return { need, nearest: nearest!, parts };
  });
}

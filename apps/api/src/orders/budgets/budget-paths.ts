import { type BudgetOnPath, daysOfMonth, type ChargeDays, monthOf, nearestOn, nextMonth } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';

export type PayingBudget = BudgetOnPath & { readonly currency: string };

/** Of one unit, with those above it. */
export type BudgetPaths = ReadonlyMap<string, PayingBudget[]>;

const PATHS = `
  WITH RECURSIVE path AS (
    SELECT id AS origin, id, parent_id, 0 AS depth FROM business_unit WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT path.origin, u.id, u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.parent_id
  )
  SELECT path.origin AS "unitId", b.id, b.from_date::text AS "fromDate", b.to_date::text AS "toDate", b.currency, path.depth
    FROM path JOIN budget b ON b.unit_id = path.id
   WHERE b.to_date >= $2::date ORDER BY path.origin, b.from_date, path.depth`;

/** The budgets that pay for units from a day on. */
export async function budgetPaths(
  manager: EntityManager,
  unitIds: readonly string[],
  from: string,
): Promise<BudgetPaths> {
  const rows: (PayingBudget & { unitId: string })[] = await manager.query(PATHS, [unitIds, from]);
  const paths = groupedBy(unitIds, rows, ({ unitId }) => unitId);
  return new Map(unitIds.map((id, i) => [id, paths[i]!]));
}

/** From the bottom of the unit tree to its top: the order in which everybody locks budgets. */
const LOCK = `
  WITH RECURSIVE tree AS (
    SELECT id, 0 AS depth FROM business_unit WHERE parent_id IS NULL
    UNION ALL
    SELECT u.id, tree.depth + 1 FROM tree JOIN business_unit u ON u.parent_id = tree.id
  )
  SELECT b.id FROM budget b JOIN tree ON tree.id = b.unit_id WHERE b.id = ANY ($1::uuid[])
   ORDER BY tree.depth DESC, b.id FOR NO KEY UPDATE OF b`;

export const lockBudgets = (tx: EntityManager, ids: readonly string[]): Promise<unknown> => tx.query(LOCK, [ids]);

/**
 * As {@link budgetPaths}, with those that pay in a month, and others, locked until the transaction ends. A budget that was
 * added before the lock was had is among them.
 */
export async function lockedPaths(
  tx: EntityManager,
  unitIds: readonly string[],
  from: string,
  others: readonly string[],
): Promise<BudgetPaths> {
  const locked = new Set<string>();
  for (;;) {
    const paths = await budgetPaths(tx, unitIds, from);
    const paying = [...paths.values()].flatMap((path) =>
      monthsOf(path, from).map((month) => nearestOn(path, month.to)?.id),
    );
    const wanted = [...new Set([...paying, ...others])].filter((id) => id !== undefined && !locked.has(id));
    if (wanted.length === 0) return paths;
    await lockBudgets(tx, wanted as string[]);
    for (const id of wanted) locked.add(id!);
  }
}

/** Every month from a day on of which a budget covers the last day, which is when charges are paid. */
export function monthsOf(path: readonly PayingBudget[], from: string): ChargeDays[] {
  const months: ChargeDays[] = [];
  const first = path.reduce((day, { fromDate }) => (fromDate < day ? fromDate : day), path[0]?.fromDate ?? from);
  const last = path.reduce((day, { toDate }) => (toDate > day ? toDate : day), from);
  for (let month = monthOf(first > from ? first : from); ; month = nextMonth(month)) {
    const days = daysOfMonth(month);
    if (days.to > last) return months;
    months.push(days);
  }
}

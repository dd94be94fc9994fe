import type { EntityManager } from 'typeorm';
import { enterpriseToday } from '../people/enterprise.loader.js';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../platform/graphql/loaders.js';
import { budgetById } from './budgets/budget.loader.js';

/** Units and every unit above them: `origin` is where it began, `depth` 0 there. */
const PATHS = `
  WITH RECURSIVE path AS (
    SELECT id AS origin, id, parent_id, 0 AS depth FROM business_unit WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT path.origin, u.id, u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.parent_id
  )`;

const NEAREST = `${PATHS}
  SELECT DISTINCT ON (path.origin) path.origin AS "unitId", b.id
    FROM path JOIN budget b ON b.unit_id = path.id AND $2::date BETWEEN b.from_date AND b.to_date
   ORDER BY path.origin, path.depth`;

interface Nearest {
  unitId: string;
  id: string;
}

/** Ids from the unit up to the root. */
export async function pathOf(manager: EntityManager, unitId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(`${PATHS} SELECT id FROM path ORDER BY depth`, [[unitId]]);
  return rows.map(({ id }) => id);
}

/** Of many units the budget of each, or of the nearest unit above that has one, which covers the day; units without one are left out. */
export async function nearestBudgets(
  manager: EntityManager,
  unitIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, string>> {
  const rows: Nearest[] = await manager.query(NEAREST, [unitIds, day]);
  return new Map(rows.map(({ unitId, id }) => [unitId, id]));
}

const ON_DAYS = `${PATHS}
  SELECT DISTINCT ON (w.unit_id, w.day) w.unit_id || ' ' || w.day AS key, b.id
    FROM unnest($1::uuid[], $2::text[]) AS w(unit_id, day) JOIN path ON path.origin = w.unit_id
    JOIN budget b ON b.unit_id = path.id AND w.day::date BETWEEN b.from_date AND b.to_date
   ORDER BY w.unit_id, w.day, path.depth`;

const nearestOnDay = defineLoader<string, string | null>(async (keys, { manager }) => {
  const parts = keys.map((key) => key.split(' '));
  const rows: { key: string; id: string }[] = await manager.query(ON_DAYS, [
    parts.map(([unitId]) => unitId),
    parts.map(([, day]) => day),
  ]);
  return inOrderOf(keys, rows, ({ key }) => key).map((row) => row?.id ?? null);
});

/** For lists: the budget that pays a draft of the unit as it begins, and which day it is. */
export async function budgetOfDraft(loaders: Loaders, unitId: string, startOn: string | null) {
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  const id = await loaders.load(nearestOnDay, `${unitId} ${startOn && startOn > today ? startOn : today}`);
  return { today, budget: id ? await loaders.load(budgetById, id) : null };
}

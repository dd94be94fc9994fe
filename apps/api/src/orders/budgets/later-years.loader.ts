import type { LaterYear } from '@accord/domain';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** By the years as orders cut them: they follow the budget that paid first. */
const LATER = `
  WITH RECURSIVE below AS (
    SELECT b.id AS budget_id, b.unit_id FROM budget b WHERE b.id = ANY ($1::uuid[])
    UNION ALL
    SELECT below.budget_id, u.id FROM below JOIN business_unit u ON u.parent_id = below.unit_id
  )
  SELECT b.id AS "budgetId", l.from_date::text AS "from", l.to_date::text AS "to", sum(l.amount)::text AS amount
    FROM below JOIN budget b ON b.id = below.budget_id
      JOIN later_commitment l ON l.unit_id = below.unit_id AND l.ended_at IS NULL AND l.from_date > b.to_date
        AND l.currency = b.currency
   GROUP BY b.id, l.from_date, l.to_date ORDER BY l.from_date, l.to_date`;

export const laterYearsOfBudget = defineLoader<string, LaterYear[]>(async (ids, { manager }) => {
  const rows: (LaterYear & { budgetId: string })[] = await manager.query(LATER, [ids]);
  return groupedBy(ids, rows, ({ budgetId }) => budgetId);
});

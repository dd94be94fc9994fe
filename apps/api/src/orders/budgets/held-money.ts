import type { EntityManager } from 'typeorm';

/** What a budget holds for an order. */
export interface HeldMoney {
  budgetId: string;
  reserved: string;
  committed: string;
  /** Reserved once, and free again because the approval took too long; null = it never was. */
  expired: string | null;
}

/** From the bottom of the unit tree to its top: the order in which everybody locks budgets. */
const HELD = `
  WITH RECURSIVE path AS (
    SELECT u.id, u.parent_id, 0 AS depth FROM service_order o JOIN business_unit u ON u.id = o.unit_id WHERE o.id = $1
    UNION ALL
    SELECT u.id, u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.parent_id
  ), sums AS (
    SELECT budget_id,
        sum(CASE kind WHEN 'reserved' THEN amount WHEN 'released' THEN -amount WHEN 'expired' THEN -amount
          WHEN 'committed' THEN -amount ELSE 0 END) AS reserved,
        (array_agg(amount ORDER BY id DESC) FILTER (WHERE kind = 'expired'))[1] AS expired
      FROM budget_entry WHERE order_id = $1 GROUP BY budget_id
  )
  SELECT s.budget_id AS "budgetId", s.reserved::text, coalesce(c.amount, 0)::text AS committed, s.expired::text
    FROM sums s JOIN budget b ON b.id = s.budget_id LEFT JOIN path ON path.id = b.unit_id
    LEFT JOIN budget_holding c ON c.order_id = $1 AND c.budget_id = s.budget_id
   ORDER BY path.depth, s.budget_id`;

export function heldMoney(manager: EntityManager, orderId: string): Promise<HeldMoney[]> {
  return manager.query(HELD, [orderId]);
}

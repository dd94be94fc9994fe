import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import type { BudgetEntity } from './budget.entity.js';
import { recommit } from './recommit.js';

/** Of the unit and those below it; what has ended may still be charged. */
const LIVE = `
  WITH RECURSIVE below AS (
    SELECT id FROM business_unit WHERE id = $1
    UNION ALL
    SELECT u.id FROM below JOIN business_unit u ON u.parent_id = below.id
  )
  SELECT s.id FROM subscription s JOIN below ON below.id = s.unit_id
   WHERE s.started_on <= $3::date AND (s.ends_on IS NULL OR s.ends_on >= $2::date)
   ORDER BY s.id FOR NO KEY UPDATE OF s`;

/** A new budget holds what live subscriptions will cost in it from the first day on, even where that is more than it is. */
export async function takeIn(tx: EntityManager, act: PublicAct, budget: BudgetEntity): Promise<void> {
  const { id, unitId, fromDate, toDate } = budget;
  const live: { id: string }[] = await tx.query(LIVE, [unitId, fromDate, toDate]);
  const ids = live.map((one) => one.id);
  await recommit(tx, act, ids, { alone: new Set([id]) });
}

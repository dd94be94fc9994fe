import { OPEN_STATES } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import type { PaidOrder } from './book-money.js';
import type { BudgetEntity } from './budget.entity.js';
import { heldMoney } from './held-money.js';
import { keepLaterYears } from './later-commitments.js';
import { needsOfOrder } from './needs-of-order.js';
import { recommit } from './recommit.js';
import { settleCommitted, settleReserved } from './settle-order.js';

const BELOW = `
  WITH RECURSIVE below AS (
    SELECT id FROM business_unit WHERE id = $1
    UNION ALL
    SELECT u.id FROM below JOIN business_unit u ON u.parent_id = below.id
  )`;

/** Of the unit and those below it; what has ended may still be charged. */
const LIVE = `${BELOW}
  SELECT s.id FROM subscription s JOIN below ON below.id = s.unit_id
   WHERE s.started_on <= $3::date AND (s.ends_on IS NULL OR s.ends_on >= $2::date)
   ORDER BY s.id FOR NO KEY UPDATE OF s`;

/** Those that were submitted first, first. */
const OPEN = `${BELOW}
  SELECT o.id, o.unit_id AS "unitId", o.budget_id AS "budgetId", o.decided_at AS "decidedAt"
    FROM service_order o JOIN below ON below.id = o.unit_id
   WHERE o.state = ANY ($2) AND o.budget_id IS NOT NULL ORDER BY o.submitted_at, o.id`;

/**
 * A new budget holds what live subscriptions will cost in it from the first day on, and what approved orders add, even
 * where that is more than it is. What orders add that wait for their approval it reserves as far as it has room, in the
 * order of their submission; where it has none, that order is not approved before it has.
 */
export async function takeIn(tx: EntityManager, act: PublicAct, { id, unitId, fromDate, toDate }: BudgetEntity) {
  const alone = new Set([id]);
  const live: { id: string }[] = await tx.query(LIVE, [unitId, fromDate, toDate]);
  await recommit(
    tx,
    act,
    live.map((one) => one.id),
    { alone },
  );
  const open: PaidOrder[] = await tx.query(OPEN, [unitId, OPEN_STATES]);
  for (const order of open) {
    const needed = await needsOfOrder(tx, order, act.at);
    const { needs } = needed;
    if (!needs.some(({ budgetId }) => budgetId === id)) continue;
    if (order.decidedAt) {
      await settleCommitted(tx, act, order, needs, alone);
      await keepLaterYears(tx, act, order, needed);
    } else if (!(await heldMoney(tx, order.id)).some(({ expired }) => expired !== null))
      await settleReserved(tx, act, order, needs, alone);
  }
}

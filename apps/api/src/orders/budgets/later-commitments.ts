import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { LaterCommitmentEntity } from './later-commitment.entity.js';
import type { OrderNeeds, OrderOfBudgets } from './needs-of-order.js';

/** Keeps what the open items of an approved order will cost in years for which there is no budget yet, so that who makes one knows. */
export async function keepLaterYears(
  tx: EntityManager,
  act: PublicAct,
  { id: orderId, unitId }: OrderOfBudgets,
  { promised }: OrderNeeds,
): Promise<void> {
  await endLaterYears(tx, act, [orderId]);
  const rows = promised.map((year) => ({ id: uuidv7(act.at), orderId, unitId, ...year, endedAt: null }));
  if (rows.length > 0) await tx.insert(LaterCommitmentEntity, rows);
}

/** Of items that are not accepted: what was accepted is the subscription's. */
const END_OF_ORDERS = `
  UPDATE later_commitment l SET ended_at = $2 FROM order_item i
   WHERE i.id = l.item_id AND i.accepted_at IS NULL AND l.ended_at IS NULL AND l.order_id = ANY ($1::uuid[])`;

export const endLaterYears = (tx: EntityManager, { at }: PublicAct, orderIds: readonly string[]): Promise<unknown> =>
  tx.query(END_OF_ORDERS, [orderIds, at]);

/** What ended before, and years for which there is a budget now, which holds what can be charged in it. */
const END_OF_SUBSCRIPTIONS = `
  WITH RECURSIVE of AS (
    SELECT l.id, l.from_date, l.currency, l.unit_id, coalesce(s.ends_on < l.from_date, false) AS is_over
      FROM subscription s JOIN order_item i ON i.subscription_id = s.id AND i.accepted_at IS NOT NULL
      JOIN later_commitment l ON l.item_id = i.id AND l.ended_at IS NULL
     WHERE s.id = ANY ($1::uuid[])
  ), path AS (
    SELECT id AS later_id, unit_id FROM of
    UNION ALL
    SELECT path.later_id, u.parent_id FROM path JOIN business_unit u ON u.id = path.unit_id WHERE u.parent_id IS NOT NULL
  )
  UPDATE later_commitment l SET ended_at = $2 FROM of
   WHERE l.id = of.id AND (of.is_over OR EXISTS (
     SELECT FROM path JOIN budget b ON b.unit_id = path.unit_id
      WHERE path.later_id = of.id AND b.currency = of.currency AND of.from_date BETWEEN b.from_date AND b.to_date))`;

export const endLaterYearsOfSubscriptions = (
  tx: EntityManager,
  { at }: PublicAct,
  ids: readonly string[],
): Promise<unknown> => tx.query(END_OF_SUBSCRIPTIONS, [ids, at]);

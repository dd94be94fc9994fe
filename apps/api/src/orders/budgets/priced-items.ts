import { addedBy, type AddedCost, monthlyCost, type OrderKind, type Renewal } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { subscribedOf, SUBSCRIPTIONS, type SubscriptionRow } from '../subscriptions/subscription-rows.js';

/** An item that was priced at submission, as far as budgets go. */
export interface ItemOfBudgets {
  id: string;
  /** What the budget that pays first takes. */
  total: string;
  oneOff: string;
  /** What it adds later; null = nothing. */
  added: AddedCost | null;
}

interface Row extends Omit<ItemOfBudgets, 'added'> {
  orderId: string;
  kind: OrderKind;
  planId: string;
  subscriptionId: string | null;
  from: string;
  monthly: string;
  announcedFrom: string | null;
  announcedMonthly: string | null;
  months: number | null;
  renewal: Renewal | null;
  heldBackTo: string | null;
}

const ITEMS = `
  SELECT i.id, i.order_id AS "orderId", i.kind, i.plan_id AS "planId", i.subscription_id AS "subscriptionId", i.total,
      i.one_off AS "oneOff", i.monthly, i.announced_from::text AS "announcedFrom",
      i.announced_monthly AS "announcedMonthly", i.term_months AS months, i.renewal, i.held_back_to::text AS "heldBackTo",
      greatest(o.start_on, (o.submitted_at AT TIME ZONE e.time_zone)::date)::text AS "from"
    FROM order_item i JOIN service_order o ON o.id = i.order_id CROSS JOIN enterprise e
   WHERE o.id = ANY ($1::uuid[]) AND i.accepted_at IS NULL AND i.failed_at IS NULL AND i.total IS NOT NULL
   ORDER BY i.order_id, i.position`;

/** Of each order the items that are neither accepted nor given up. */
export async function pricedItems(
  manager: EntityManager,
  orderIds: readonly string[],
  at: Date,
): Promise<ItemOfBudgets[][]> {
  const rows: Row[] = await manager.query(ITEMS, [orderIds]);
  const about = rows.flatMap(({ kind, subscriptionId }) => (kind === 'subscribe' ? [] : subscriptionId!));
  const live: SubscriptionRow[] = about.length
    ? await manager.query(`${SUBSCRIPTIONS} WHERE b.id = ANY ($2::uuid[])`, [at, about])
    : [];
  const items = rows.map((row) => {
    const { orderId, id, total, oneOff, announcedFrom, announcedMonthly } = row;
    const before = row.kind === 'subscribe' ? undefined : live.find((one) => one.id === row.subscriptionId);
    const added = addedBy({
      ...row,
      announced: announcedFrom === null ? null : { from: announcedFrom, monthly: announcedMonthly! },
      // What comes on a later day may hold already.
      monthlyBefore: before ? monthlyCost(before.prices, before, before.currency) : null,
      before: before ? subscribedOf(before) : null,
    });
    return { orderId, id, total, oneOff, added };
  });
  return groupedBy(orderIds, items, ({ orderId }) => orderId);
}

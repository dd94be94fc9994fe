import { toldEntries } from '@accord/domain';
import { In, IsNull, Not } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { OrderItemEntity } from '../order-item.entity.js';
import type { OrderedBundle } from '../order.type.js';
import { orderedBundle } from '../ordered-bundle.resolver.js';
import { SubscriptionChangeEntity } from './subscription-change.entity.js';
import { SUBSCRIPTIONS, type SubscriptionRow } from './subscription-rows.js';

/** Subscriptions that the viewer came to by something that they may see. */
export const subscriptionById = defineLoader<string, SubscriptionRow | null>(async (ids, { manager, act }) => {
  const rows: SubscriptionRow[] = await manager.query(`${SUBSCRIPTIONS} WHERE b.id = ANY ($2::uuid[])`, [act.at, ids]);
  return inOrderOf(ids, rows, ({ id }) => id);
});

/** Newest first; a day later than today stands before it. */
export const changesOfSubscription = defineLoader<string, SubscriptionChangeEntity[]>(async (ids, { manager }) => {
  const changes = await manager.find(SubscriptionChangeEntity, {
    where: { subscriptionId: In([...ids]) },
    order: { fromDate: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, changes, ({ subscriptionId }) => subscriptionId).map((own) => toldEntries(own).reverse());
});

interface OrderOf {
  subscriptionId: string;
  orderId: string;
}

/** Orders that made and changed subscriptions, newest first. */
export const ordersOfSubscription = defineLoader<string, string[]>(async (ids, { manager }) => {
  const rows: OrderOf[] = await manager.query(
    `SELECT i.subscription_id AS "subscriptionId", i.order_id AS "orderId" FROM order_item i
      WHERE i.subscription_id = ANY ($1::uuid[]) AND i.prices IS NOT NULL ORDER BY i.order_id DESC`,
    [ids],
  );
  return groupedBy(ids, rows, ({ subscriptionId }) => subscriptionId).map((of) => of.map(({ orderId }) => orderId));
});

export const itemById = defineLoader<string, OrderItemEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(OrderItemEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** The bundle that a subscription was ordered with. */
export const bundleOfSubscription = defineLoader<string, OrderedBundle | null>(async (ids, { manager }) => {
  const began: OrderItemEntity[] = await manager.findBy(OrderItemEntity, {
    subscriptionId: In([...ids]),
    bundleId: Not(IsNull()),
  });
  return inOrderOf(ids, began, ({ subscriptionId }) => subscriptionId!).map((item) => item && orderedBundle(item));
});

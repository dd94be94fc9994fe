import { In } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { OrderEventEntity } from './order-event.entity.js';
import { ORDERS, type OrderRow } from './order-rows.js';
import { SubscriptionEntity } from './subscription.entity.js';

/** Orders that the viewer came to by something that they may see. */
export const orderById = defineLoader<string, OrderRow | null>(async (ids, { manager }) => {
  const rows: OrderRow[] = await manager.query(`${ORDERS} WHERE o.id = ANY ($1::uuid[])`, [ids]);
  return inOrderOf(ids, rows, ({ id }) => id);
});

export const planById = defineLoader<string, PlanEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(PlanEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Oldest first. */
export const eventsOfOrder = defineLoader<string, OrderEventEntity[]>(async (ids, { manager }) => {
  const events = await manager.find(OrderEventEntity, { where: { orderId: In([...ids]) }, order: { id: 'ASC' } });
  return groupedBy(ids, events, ({ orderId }) => orderId);
});

export const taskOfOrder = defineLoader<string, FulfilmentTaskEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(FulfilmentTaskEntity, { orderId: In([...ids]) }), ({ orderId }) => orderId),
);

export const subscriptionOfOrder = defineLoader<string, SubscriptionEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(SubscriptionEntity, { orderId: In([...ids]) }), ({ orderId }) => orderId),
);

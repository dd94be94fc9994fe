import { In } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { TASKS, type TaskRow } from './fulfilment/task-rows.js';
import { OrderEventEntity } from './order-event.entity.js';
import { OrderItemEntity } from './order-item.entity.js';
import { ORDERS, type OrderRow } from './order-rows.js';

/** Orders that the viewer came to by something that they may see. */
export const orderById = defineLoader<string, OrderRow | null>(async (ids, { manager }) => {
  const rows: OrderRow[] = await manager.query(`${ORDERS} WHERE o.id = ANY ($1::uuid[])`, [ids]);
  return inOrderOf(ids, rows, ({ id }) => id);
});

export const planById = defineLoader<string, PlanEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(PlanEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** In their order. */
export const itemsOfOrder = defineLoader<string, OrderItemEntity[]>(async (ids, { manager }) => {
  const items = await manager.find(OrderItemEntity, { where: { orderId: In([...ids]) }, order: { position: 'ASC' } });
  return groupedBy(ids, items, ({ orderId }) => orderId);
});

/** Oldest first. */
export const eventsOfOrder = defineLoader<string, OrderEventEntity[]>(async (ids, { manager }) => {
  const events = await manager.find(OrderEventEntity, { where: { orderId: In([...ids]) }, order: { id: 'ASC' } });
  return groupedBy(ids, events, ({ orderId }) => orderId);
});

export const itemById = defineLoader<string, OrderItemEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(OrderItemEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Oldest first. */
export const tasksOfItem = defineLoader<string, TaskRow[]>(async (ids, { manager }) => {
  const tasks: TaskRow[] = await manager.query(`${TASKS} WHERE t.order_item_id = ANY ($1::uuid[]) ORDER BY t.id`, [
    ids,
  ]);
  return groupedBy(ids, tasks, ({ orderItemId }) => orderItemId);
});

export const taskById = defineLoader<string, TaskRow | null>(async (ids, { manager }) => {
  const tasks: TaskRow[] = await manager.query(`${TASKS} WHERE t.id = ANY ($1::uuid[])`, [ids]);
  return inOrderOf(ids, tasks, ({ id }) => id);
});

import { canSeeOrder, type Colleague, DomainError } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { ORDERS, type OrderRow } from './order-rows.js';

/**
 * An order that is about to move, locked until the transaction ends.
 *
 * @throws {DomainError} `NOT_FOUND` when there is none, or none that the viewer may see.
 */
export async function lockedOrder(tx: EntityManager, colleague: Colleague, id: string): Promise<OrderRow> {
  if (isUUID(id)) await lockOrder(tx, id);
  const order = await readOrder(tx, id);
  if (order && canSeeOrder(colleague, order)) return order;
  throw new DomainError('NOT_FOUND', 'There is no such order.', ['id']);
}

/** Until the transaction ends. */
export async function lockOrder(tx: EntityManager, id: string): Promise<void> {
  await tx.query('SELECT 1 FROM service_order WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

/** @returns null when there is none. */
export async function readOrder(manager: EntityManager, id: string): Promise<OrderRow | null> {
  if (!isUUID(id)) return null;
  const [order]: OrderRow[] = await manager.query(`${ORDERS} WHERE o.id = $1`, [id]);
  return order ?? null;
}

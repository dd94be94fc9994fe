import type { OrderState } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { uuidv7 } from '../platform/uuid.js';
import { OrderEventEntity } from './order-event.entity.js';

/** Writes down that an order moved, so that its way can be told. */
export async function keepMove(
  tx: EntityManager,
  act: Act,
  orderId: string,
  fromState: OrderState | null,
  toState: OrderState,
  reason: string | null = null,
): Promise<void> {
  await tx.insert(OrderEventEntity, {
    id: uuidv7(act.at),
    orderId,
    at: act.at,
    fromState,
    toState,
    byId: act.viewer.personId,
    reason,
  });
}

import type { OrderMove, OrderParty, OrderState } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../platform/act/act.js';
import { uuidv7 } from '../platform/uuid.js';
import { OrderEventEntity } from './order-event.entity.js';

interface KeptMove {
  move: OrderMove | 'draft';
  from: OrderState | null;
  to: OrderState;
  party: OrderParty;
  reason: string | null;
  /** Of a move that is about one item. */
  itemId?: string;
}

/** Writes down that an order moved, so that its way can be told. What nobody did, nobody who happened to look did. */
export async function keepMove(
  tx: EntityManager,
  { viewer, at }: PublicAct,
  orderId: string,
  { move, from, to, party, reason, itemId }: KeptMove,
): Promise<void> {
  await tx.insert(OrderEventEntity, {
    id: uuidv7(at),
    orderId,
    at,
    move,
    fromState: from,
    toState: to,
    party,
    byId: party === 'nobody' ? null : viewer!.personId,
    reason,
    orderItemId: itemId ?? null,
  });
}

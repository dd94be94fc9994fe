import { acceptBy, DomainError, itemStanding } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { EnterpriseEntity } from '../people/enterprise.entity.js';
import type { PublicAct } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { lockOrder, readOrder } from './locked-order.js';
import { itemsOf } from './order-drafts.js';
import { OrderItemEntity } from './order-item.entity.js';
import { type MoveWords, OrderMoves } from './order-moves.js';
import type { OrderRow } from './order-rows.js';
import { applyItem } from './subscriptions/apply-item.js';

/** From delivery to subscription: by the requester's word, or by their silence after the acceptance period. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
  ) {}

  /** All items that were not given up are delivered; the acceptance period begins, unless all were accepted before. */
  async delivered(tx: EntityManager, act: PublicAct, order: OrderRow, words: MoveWords): Promise<OrderRow> {
    const open = { orderId: order.id, deliveredAt: IsNull(), failedAt: IsNull() };
    await tx.update(OrderItemEntity, open, { deliveredAt: act.at });
    const { timeZone } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
    const items = (await itemsOf(tx, order.id)).filter(({ failedAt }) => failedAt === null);
    const days = Math.max(...items.map(({ acceptanceDays }) => acceptanceDays));
    const columns = { acceptBy: acceptBy(act.at, days, timeZone) };
    const delivered = await this.moves.make(tx, act, order, 'deliver', { ...words, columns });
    if (items.some((item) => itemStanding(item) !== 'accepted')) return delivered;
    return this.accept(tx, act, delivered, 'accept', { party: 'nobody' });
  }

  /** What was reserved is spent, and what was ordered holds from this day on. */
  async accept(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    move: 'accept' | 'acceptBySilence',
    words: MoveWords,
  ): Promise<OrderRow> {
    const completed = await this.moves.make(tx, act, order, move, { ...words, columns: { acceptBy: null } });
    for (const item of await itemsOf(tx, order.id))
      if (itemStanding(item) === 'delivered') await this.take(tx, act, completed, item);
    return (await readOrder(tx, order.id))!;
  }

  /** One item, while others are still worked on or looked at; the last one completes the order. */
  async acceptItem(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    item: OrderItemEntity,
    words: MoveWords,
  ): Promise<OrderRow> {
    const accepted = await this.moves.make(tx, act, order, 'acceptItem', { ...words, itemId: item.id });
    await this.take(tx, act, accepted, item);
    const isLast = (await itemsOf(tx, order.id)).every((one) => ['accepted', 'failed'].includes(itemStanding(one)));
    if (isLast && accepted.state === 'delivered') return this.accept(tx, act, accepted, 'accept', words);
    return (await readOrder(tx, order.id))!;
  }

  private async take(tx: EntityManager, act: PublicAct, order: OrderRow, item: OrderItemEntity): Promise<void> {
    await tx.update(OrderItemEntity, item.id, { acceptedAt: act.at });
    await applyItem(tx, act, order, item);
  }

  /** Whoever has not answered when the acceptance period ends has accepted. */
  async acceptSilently(act: PublicAct): Promise<number> {
    const due: { id: string }[] = await this.database.read.query(DUE, [act.at]);
    for (const { id } of due)
      await this.database
        .transaction(async (tx) => {
          await lockOrder(tx, id);
          const order = (await readOrder(tx, id))!;
          if (order.state === 'delivered') await this.accept(tx, act, order, 'acceptBySilence', { party: 'nobody' });
        })
        .catch(unlessEnded);
    return due.length;
  }
}

/** What is about a subscription that has ended lapses, and holds up nobody else's. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'SUBSCRIPTION_ENDED')) throw error;
}

const DUE = `SELECT id FROM service_order WHERE state = 'delivered' AND accept_by <= $1 ORDER BY accept_by, id`;

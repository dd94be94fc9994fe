import { acceptBy } from '@accord/domain';
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

  /** All items are delivered; the acceptance period begins. */
  async delivered(tx: EntityManager, act: PublicAct, order: OrderRow, words: MoveWords): Promise<OrderRow> {
    await tx.update(OrderItemEntity, { orderId: order.id, deliveredAt: IsNull() }, { deliveredAt: act.at });
    const { timeZone } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
    const days = Math.max(...(await itemsOf(tx, order.id)).map(({ acceptanceDays }) => acceptanceDays));
    const columns = { acceptBy: acceptBy(act.at, days, timeZone) };
    return this.moves.make(tx, act, order, 'deliver', { ...words, columns });
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
    for (const item of await itemsOf(tx, order.id)) await applyItem(tx, act, completed, item);
    return (await readOrder(tx, order.id))!;
  }

  /** Whoever has not answered when the acceptance period ends has accepted. */
  async acceptSilently(act: PublicAct): Promise<number> {
    const due: { id: string }[] = await this.database.read.query(DUE, [act.at]);
    for (const { id } of due)
      await this.database.transaction(async (tx) => {
        await lockOrder(tx, id);
        const order = (await readOrder(tx, id))!;
        if (order.state === 'delivered') await this.accept(tx, act, order, 'acceptBySilence', { party: 'nobody' });
      });
    return due.length;
  }
}

const DUE = `SELECT id FROM service_order WHERE state = 'delivered' AND accept_by <= $1 ORDER BY accept_by, id`;

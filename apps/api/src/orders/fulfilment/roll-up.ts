import { itemStanding, rollUp } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Acceptances } from '../acceptances.js';
import { readOrder } from '../locked-order.js';
import { itemsOf } from '../order-drafts.js';
import { OrderItemEntity } from '../order-item.entity.js';
import { type MoveWords, OrderMoves } from '../order-moves.js';
import type { OrderRow } from '../order-rows.js';
import { tasksNow } from './task-rows.js';

/** From tasks to items to the order: an item is delivered when its tasks are done, the order when its items are. */
@Injectable()
export class RollUp {
  constructor(
    private readonly moves: OrderMoves,
    private readonly acceptances: Acceptances,
  ) {}

  /** @param words By whom the last of it was done, and with which note. */
  async settle(tx: EntityManager, act: PublicAct, order: OrderRow, words: MoveWords): Promise<OrderRow> {
    const tasks = await tasksNow(tx, order.id);
    const items = await itemsOf(tx, order.id);
    let now = order;
    for (const item of items) {
      const work = tasks.filter(({ orderItemId, isUndo }) => orderItemId === item.id && !isUndo);
      const isDone = work.length > 0 && work.every(({ state }) => state === 'done');
      if (!isDone || itemStanding(item) !== 'open') continue;
      item.deliveredAt = act.at;
      await tx.update(OrderItemEntity, item.id, { deliveredAt: act.at });
      // Of the last one, the delivery of the order tells.
      if (rollUp(items) === 'open' || now.state !== 'fulfilling')
        now = await this.moves.make(tx, act, now, 'deliverItem', { ...words, itemId: item.id });
    }
    const standing = rollUp(items);
    if (standing === 'delivered' && now.state === 'fulfilling') return this.acceptances.delivered(tx, act, now, words);
    return (await readOrder(tx, order.id))!;
  }
}

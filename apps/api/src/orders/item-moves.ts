import {
  assertCanAcceptItem,
  assertCanGiveUpItem,
  assertCanMoveOrder,
  assertCanSendBackItem,
  DomainError,
  type OrderMove,
  reasonOf,
  rollUp,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Acceptances } from './acceptances.js';
import { colleagueOf } from './colleague.js';
import { RollUp } from './fulfilment/roll-up.js';
import { TaskFlow } from './fulfilment/task-flow.js';
import { makeRework } from './fulfilment/task-making.js';
import { lockedOrder, readOrder } from './locked-order.js';
import { itemsOf } from './order-drafts.js';
import { OrderItemEntity } from './order-item.entity.js';
import { type MoveWords, OrderMoves } from './order-moves.js';
import type { OrderRow } from './order-rows.js';

/** What becomes of one item of an order while others go on: accepted, sent back, or given up. */
@Injectable()
export class ItemMoves {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly acceptances: Acceptances,
    private readonly tasks: TaskFlow,
    private readonly rollUp: RollUp,
  ) {}

  /** What was ordered with the item holds from this day on. @throws {DomainError} `WRONG_STATE` unless it is delivered. */
  accept(act: Act, id: string): Promise<OrderRow> {
    return this.within(act, id, 'acceptItem', (tx, order, item, words) => {
      assertCanAcceptItem(item);
      return this.acceptances.acceptItem(tx, act, order, item, words);
    });
  }

  /** Its part of the money is free again, and what was done for it is undone; the last one takes the order with it. */
  fail(act: Act, id: string, reason: string): Promise<OrderRow> {
    const why = reasonOf(reason);
    return this.within(act, id, 'failItem', async (tx, order, item, words) => {
      assertCanGiveUpItem(item);
      const items = await itemsOf(tx, order.id);
      const after = rollUp(items.map((one) => (one.id === item.id ? { ...one, failedAt: act.at } : one)));
      if (after === 'failed') return this.moves.make(tx, act, order, 'fail', { ...words, reason: why });
      await tx.update(OrderItemEntity, item.id, { failedAt: act.at, failedBecause: why });
      const moved = await this.moves.make(tx, act, order, 'failItem', { ...words, reason: why, itemId: item.id });
      await this.tasks.giveUp(tx, act, moved, { itemId: item.id, state: 'failed', note: why });
      return this.rollUp.settle(tx, act, (await readOrder(tx, order.id))!, words);
    });
  }

  /** It is not as ordered, and its team puts it right; the others can be accepted meanwhile. */
  sendBack(act: Act, id: string, reason: string): Promise<OrderRow> {
    const why = reasonOf(reason);
    return this.within(act, id, 'sendBackItem', async (tx, order, item, words) => {
      assertCanSendBackItem(item);
      await makeRework(tx, act, order.id, [item.id]);
      const told = { ...words, columns: { acceptBy: null }, reason: why, itemId: item.id };
      const moved = await this.moves.make(tx, act, order, 'sendBackItem', told);
      await this.tasks.advance(tx, act, moved);
      return (await readOrder(tx, order.id))!;
    });
  }

  private within(
    act: Act,
    id: string,
    move: OrderMove,
    work: (tx: EntityManager, order: OrderRow, item: OrderItemEntity, words: MoveWords) => Promise<OrderRow>,
  ): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const found = isUUID(id) ? await tx.findOneBy(OrderItemEntity, { id }) : null;
      if (!found) throw new DomainError('NOT_FOUND', 'There is no such item.', ['id']);
      const order = await lockedOrder(tx, colleague, found.orderId);
      const item = await tx.findOneByOrFail(OrderItemEntity, { id });
      return work(tx, order, item, { party: assertCanMoveOrder(colleague, order, move) });
    });
  }
}

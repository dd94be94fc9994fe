import { dayIn, itemStanding, lapsedBecause, moveOf, OPEN_STATES } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EnterpriseEntity } from '../people/enterprise.entity.js';
import type { PublicAct } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Acceptances } from './acceptances.js';
import { RollUp } from './fulfilment/roll-up.js';
import { TaskFlow } from './fulfilment/task-flow.js';
import { lockOrder, readOrder } from './locked-order.js';
import { itemsOf } from './order-drafts.js';
import { OrderItemEntity } from './order-item.entity.js';
import { OrderMoves } from './order-moves.js';
import type { OrderRow } from './order-rows.js';

/** Open orders about subscriptions that have ended: what was ordered of them comes to nothing, and its money is free. */
@Injectable()
export class Lapses {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly tasks: TaskFlow,
    private readonly rollUp: RollUp,
    private readonly acceptances: Acceptances,
  ) {}

  /** Doing it twice changes nothing more. */
  async run(act: PublicAct): Promise<void> {
    const { timeZone } = await this.database.read.getRepository(EnterpriseEntity).findOneByOrFail({ only: true });
    const today = dayIn(timeZone, act.at);
    const due: { orderId: string }[] = await this.database.read.query(`${LAPSED} ORDER BY i.order_id`, [
      OPEN_STATES,
      today,
    ]);
    for (const orderId of new Set(due.map((one) => one.orderId)))
      await this.database.transaction((tx) => this.lapse(tx, act, orderId, today));
  }

  private async lapse(tx: EntityManager, act: PublicAct, id: string, today: string): Promise<void> {
    await lockOrder(tx, id);
    const lapsed: Lapsed[] = await tx.query(`${LAPSED} AND o.id = $3 ORDER BY i.position`, [OPEN_STATES, today, id]);
    const [first] = lapsed;
    if (!first) return;
    const order = (await readOrder(tx, id))!;
    const rest = (await itemsOf(tx, id)).filter((item) => lapsed.every(({ itemId }) => itemId !== item.id));
    if (rest.every((item) => itemStanding(item) === 'failed')) {
      const reason = lapsedBecause(first.endsOn);
      await this.moves.make(tx, act, order, 'lapse', { party: 'nobody', reason, columns: { acceptBy: null } });
    } else if (moveOf('lapseItem').from.includes(order.state)) await this.lapseItems(tx, act, order, lapsed);
    // Before the work begins, the items of an order stand and fall together.
  }

  private async lapseItems(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    lapsed: readonly Lapsed[],
  ): Promise<void> {
    const nobody = { party: 'nobody' } as const;
    let moved = order;
    for (const { itemId, endsOn } of lapsed) {
      const reason = lapsedBecause(endsOn);
      await tx.update(OrderItemEntity, itemId, { failedAt: act.at, failedBecause: reason });
      moved = await this.moves.make(tx, act, moved, 'lapseItem', { ...nobody, reason, itemId });
      await this.tasks.giveUp(tx, act, moved, { itemId, state: 'cancelled', note: reason });
    }
    const isOver = (await itemsOf(tx, order.id)).every((item) => ['accepted', 'failed'].includes(itemStanding(item)));
    if (moved.state === 'delivered' && isOver) await this.acceptances.accept(tx, act, moved, 'accept', nobody);
    else await this.rollUp.settle(tx, act, moved, nobody);
  }
}

interface Lapsed {
  orderId: string;
  itemId: string;
  /** The last day of its subscription. */
  endsOn: string;
}

const LAPSED = `
  SELECT i.order_id AS "orderId", i.id AS "itemId", b.ends_on::text AS "endsOn"
    FROM subscription b JOIN order_item i ON i.subscription_id = b.id JOIN service_order o ON o.id = i.order_id
   WHERE o.state = ANY ($1) AND i.kind <> 'subscribe' AND i.accepted_at IS NULL AND i.failed_at IS NULL
     AND (b.state = 'ended' OR b.ends_on < $2::date)`;

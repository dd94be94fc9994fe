import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../people/today.js';
import type { PublicAct } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { rightLost } from './entitled-people.js';
import { TaskFlow } from './fulfilment/task-flow.js';
import { lockOrder, readOrder } from './locked-order.js';
import { itemsOf } from './order-drafts.js';
import { OrderMoves } from './order-moves.js';
import { OrderNotices } from './order-notices.js';
import { planOver } from './plan-over.js';
import type { OrderRow } from './order-rows.js';

/** When the work on approved orders begins: at once, or on the day that the requester chose. */
@Injectable()
export class Starts {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly tasks: TaskFlow,
    private readonly notices: OrderNotices,
  ) {}

  /** Of an order that was approved just now. */
  async begin(tx: EntityManager, act: PublicAct, order: OrderRow): Promise<OrderRow> {
    const waits = order.startOn !== null && order.startOn > (await todayOf(tx, act.at));
    if (waits) return this.moves.make(tx, act, order, 'schedule', { party: 'nobody' });
    await this.tasks.move(tx, act, order, 'open', { note: null });
    const opened = (await readOrder(tx, order.id))!;
    const hasBegun = opened.tasks.some(({ state }) => state === 'started');
    // What a webhook is at cannot be cancelled as if nobody had begun.
    return hasBegun ? this.moves.make(tx, act, opened, 'start', { party: 'nobody' }) : opened;
  }

  /**
   * Wakes every order whose day has come, unless it is not for its people any more, or its service or plan has retired: then
   * it is rejected. One that nobody could fulfil now stays scheduled, those who can mend it are told, and the next run tries again.
   */
  async startScheduled(act: PublicAct): Promise<Record<Began, number>> {
    const today = await todayOf(this.database.read, act.at);
    const due: { id: string }[] = await this.database.read.query(DUE, [today]);
    const began = { started: 0, refused: 0, waiting: 0 };
    for (const { id } of due) began[await this.wake(act, id).catch((error: unknown) => this.heldUp(act, id, error))]++;
    return began;
  }

  private wake(act: PublicAct, id: string): Promise<Began> {
    return this.database.transaction(async (tx) => {
      await lockOrder(tx, id);
      const order = (await readOrder(tx, id))!;
      if (order.state !== 'scheduled') return 'waiting';
      const refusal = await rightLost(tx, act, { ...order, items: await itemsOf(tx, id) });
      if (refusal) return this.refuse(tx, act, order, `${refusal.message} ${FREE} order it anew once that is settled.`);
      const over = await planOver(tx, id, await todayOf(tx, act.at));
      if (over) return this.refuse(tx, act, order, `${over.message} ${FREE} ${INSTEAD}`);
      await this.moves.make(tx, act, order, 'wake', { party: 'nobody' });
      return 'started';
    });
  }

  /** By a rule. What is retired stays so; what is refused now, such as for want of a team, may be possible tomorrow. */
  private heldUp(act: PublicAct, id: string, error: unknown): Promise<Began> {
    if (!(error instanceof DomainError)) throw error;
    return this.database.transaction(async (tx) => {
      await lockOrder(tx, id);
      const order = (await readOrder(tx, id))!;
      if (order.state !== 'scheduled') return 'waiting';
      if (error.code === 'SERVICE_NOT_LIVE') return this.refuse(tx, act, order, `${error.message} ${FREE} ${INSTEAD}`);
      await this.notices.heldUp(tx, act, order, error.message);
      return 'waiting';
    });
  }

  private async refuse(tx: EntityManager, act: PublicAct, order: OrderRow, reason: string): Promise<Began> {
    await this.moves.make(tx, act, order, 'refuseAtStart', { party: 'nobody', reason });
    return 'refused';
  }
}

const FREE = 'What was reserved is free again;';
const INSTEAD = 'order something else in its place.';

type Began = 'started' | 'refused' | 'waiting';

const DUE = `SELECT id FROM service_order WHERE state = 'scheduled' AND start_on <= $1 ORDER BY start_on, id`;

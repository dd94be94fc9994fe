import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../people/today.js';
import type { PublicAct } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { assertEntitled } from './entitled-people.js';
import { TaskFlow } from './fulfilment/task-flow.js';
import { lockOrder, readOrder } from './locked-order.js';
import { itemsOf } from './order-drafts.js';
import { OrderMoves } from './order-moves.js';
import type { OrderRow } from './order-rows.js';

/** When the work on approved orders begins: at once, or on the day that the requester chose. */
@Injectable()
export class Starts {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly tasks: TaskFlow,
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

  /** Wakes every order whose day has come; one that cannot begin now stays scheduled, and the next run tries again. */
  async startScheduled(act: PublicAct): Promise<{ started: number; waiting: number }> {
    const today = await todayOf(this.database.read, act.at);
    const due: { id: string }[] = await this.database.read.query(DUE, [today]);
    let started = 0;
    for (const { id } of due) started += Number(await this.wake(act, id).catch(asNotYet));
    return { started, waiting: due.length - started };
  }

  private wake(act: PublicAct, id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await lockOrder(tx, id);
      const order = (await readOrder(tx, id))!;
      if (order.state !== 'scheduled') return false;
      await assertEntitled(tx, act, { ...order, items: await itemsOf(tx, id) });
      await this.moves.make(tx, act, order, 'wake', { party: 'nobody' });
      return true;
    });
  }
}

/** What a rule refuses now, such as for want of a team, may be possible tomorrow. */
function asNotYet(error: unknown): boolean {
  if (error instanceof DomainError) return false;
  throw error;
}

const DUE = `SELECT id FROM service_order WHERE state = 'scheduled' AND start_on <= $1 ORDER BY start_on, id`;

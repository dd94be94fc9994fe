import { lateSuccess, orderNumber } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { PublicAct } from '../../platform/act/act.js';
import { readOrder } from '../locked-order.js';
import { OrderItemEntity } from '../order-item.entity.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { membersOf } from './members.js';
import { RollUp } from './roll-up.js';
import { TaskFlow } from './task-flow.js';
import { makeLateUndo } from './task-making.js';
import { type TaskRow, tasksNow } from './task-rows.js';

const NOTES = {
  counts: null,
  takeBack: 'It was done after the order had given it up, and is taken back.',
  lookInto: 'It was done after somebody had begun it anew; the team looks into it.',
  doneTwice: 'The webhook says that it did it as well.',
};

/** What webhooks did after all, though their tasks had failed or been given up meanwhile. */
@Injectable()
export class LateSuccesses {
  constructor(
    private readonly flow: TaskFlow,
    private readonly rollUp: RollUp,
    private readonly notices: Notices,
  ) {}

  /** @param note What the webhook says about it. */
  async take(tx: EntityManager, act: PublicAct, task: TaskRow, note: string | null): Promise<void> {
    const order = (await readOrder(tx, task.orderId))!;
    const { failedAt } = await tx.findOneByOrFail(OrderItemEntity, { id: task.orderItemId });
    const isReplaced = (await tasksNow(tx, order.id)).every(({ id }) => id !== task.id);
    const isGivenUp = failedAt !== null || order.state === 'failed' || order.state === 'cancelled';
    const isDoneByHand = task.state === 'done';
    const outcome = lateSuccess({ isUndo: task.isUndo, isReplaced, isGivenUp, isDoneByHand });
    if (outcome === 'doneTwice') return this.tellTwice(tx, act, task, note);
    const told = [note, NOTES[outcome]].filter(Boolean).join(' ') || null;
    await tx.update(FulfilmentTaskEntity, task.id, { state: 'done', endedAt: act.at, note: told });
    await this.flow.record(tx, act, task, 'done', told);
    if (outcome !== 'counts') {
      await makeLateUndo(tx, act, task, outcome);
      await this.tellTeam(tx, act, task, NOTES[outcome]);
    }
    await this.flow.advance(tx, act, order);
    if (outcome === 'counts' && !task.isUndo)
      await this.rollUp.settle(tx, act, order, { party: 'nobody', reason: note });
  }

  /** Once, however often it is said. */
  private async tellTwice(tx: EntityManager, act: PublicAct, task: TaskRow, note: string | null): Promise<void> {
    if (task.note?.endsWith(NOTES.doneTwice)) return;
    const told = [task.note, note, NOTES.doneTwice].filter(Boolean).join(' ');
    await tx.update(FulfilmentTaskEntity, task.id, { note: told });
    await this.flow.record(tx, act, task, 'done', told);
    await this.tellTeam(tx, act, task, NOTES.doneTwice);
  }

  private async tellTeam(tx: EntityManager, act: PublicAct, task: TaskRow, reason: string): Promise<void> {
    const { number } = (await readOrder(tx, task.orderId))!;
    const to = await membersOf(tx, act, [task.teamId]);
    const facts = { order: orderNumber(number), task: task.name, reason };
    await this.notices.tell(tx, act, { kind: 'taskDoneLate', to, subject: { type: 'order', id: task.orderId }, facts });
  }
}

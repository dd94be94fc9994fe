import { lateSuccess } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { readOrder } from '../locked-order.js';
import { OrderItemEntity } from '../order-item.entity.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { RollUp } from './roll-up.js';
import { TaskFlow } from './task-flow.js';
import { makeLateUndo } from './task-making.js';
import { type TaskRow, tasksNow } from './task-rows.js';

const NOTES = {
  counts: null,
  takeBack: 'It was done after the order had given it up, and is taken back.',
  lookInto: 'It was done after somebody had begun it anew; the team looks into it.',
};

/** What webhooks did after all, though their tasks had failed or been given up meanwhile. */
@Injectable()
export class LateSuccesses {
  constructor(
    private readonly flow: TaskFlow,
    private readonly rollUp: RollUp,
  ) {}

  /** @param note What the webhook says about it. */
  async take(tx: EntityManager, act: PublicAct, task: TaskRow, note: string | null): Promise<void> {
    const order = (await readOrder(tx, task.orderId))!;
    const { failedAt } = await tx.findOneByOrFail(OrderItemEntity, { id: task.orderItemId });
    const isReplaced = (await tasksNow(tx, order.id)).every(({ id }) => id !== task.id);
    const isGivenUp = failedAt !== null || order.state === 'failed' || order.state === 'cancelled';
    const outcome = lateSuccess({ isUndo: task.isUndo, isReplaced, isGivenUp });
    const told = [note, NOTES[outcome]].filter(Boolean).join(' ') || null;
    await tx.update(FulfilmentTaskEntity, task.id, { state: 'done', endedAt: act.at, note: told });
    await this.flow.record(tx, act, task, 'done', told);
    if (outcome !== 'counts') await makeLateUndo(tx, act, task, outcome);
    await this.flow.advance(tx, act, order);
    if (outcome === 'counts' && !task.isUndo)
      await this.rollUp.settle(tx, act, order, { party: 'nobody', reason: note });
  }
}

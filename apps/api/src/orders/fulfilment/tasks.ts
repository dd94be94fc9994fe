import {
  assertCanMoveTask,
  assertCanReceiveTask,
  DomainError,
  type HandMove,
  moveTask,
  orderNumber,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type EntityManager, IsNull } from 'typeorm';
import { PersonEntity } from '../../people/person.entity.js';
import { Notices } from '../../people/notices/notices.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { colleagueOf, teamsOf } from '../colleague.js';
import { lockedOrder, readOrder } from '../locked-order.js';
import { OrderMoves } from '../order-moves.js';
import type { OrderRow } from '../order-rows.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { notedDelivery } from './own-deliveries.js';
import { RollUp } from './roll-up.js';
import { TaskFlow } from './task-flow.js';
import { readTask, type TaskRow } from './task-rows.js';

/** What people do with tasks: take them, hand them over, finish them, give them up, try them again. */
@Injectable()
export class Tasks {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly flow: TaskFlow,
    private readonly rollUp: RollUp,
    private readonly notices: Notices,
  ) {}

  /** @throws {DomainError} `FORBIDDEN` to who is not of the team, `WRONG_STATE` for what somebody else has. */
  take(act: Act, id: string): Promise<TaskRow> {
    return this.within(act, id, 'take', async (tx, order, task) => {
      await this.begun(tx, act, order, task);
    });
  }

  /**
   * Gives it to somebody of its team, or back to the team.
   *
   * @param personId null = nobody has it.
   */
  assign(act: Act, id: string, personId: string | null): Promise<TaskRow> {
    return this.within(act, id, personId ? 'assign' : 'giveBack', async (tx, order, task) => {
      if (!personId) {
        await tx.update(FulfilmentTaskEntity, id, { state: moveTask(task.state, 'giveBack'), assigneeId: null });
        return this.flow.record(tx, act, task, 'open', null);
      }
      const here = { id: personId, endedAt: IsNull() };
      const receiver = isUUID(personId) ? await tx.findOneBy(PersonEntity, here) : null;
      if (!receiver) throw new DomainError('NOT_FOUND', 'There is no such person.', ['personId']);
      assertCanReceiveTask({ name: receiver.name, teamIds: await teamsOf(tx, act, personId) }, task);
      await this.begun(tx, act, order, task);
      await tx.update(FulfilmentTaskEntity, id, { assigneeId: personId });
      await this.flow.record(tx, act, task, 'started', receiver.name);
      const subject = { type: 'order', id: order.id };
      const facts = { order: orderNumber(order.number), task: task.name };
      await this.notices.tell(tx, act, { kind: 'taskAssigned', to: [personId], subject, facts });
    });
  }

  /** What waited for it goes on; an item whose tasks are all done is delivered. */
  finish(act: Act, id: string, note: string | null): Promise<TaskRow> {
    const words = note?.trim() || null;
    return this.within(act, id, 'finish', async (tx, order, task) => {
      const said = task.isUndo ? words : await notedDelivery(tx, act, order, [task.teamId], words);
      const now = await this.begun(tx, act, order, task);
      const state = moveTask(task.state, 'finish');
      const assigneeId = (!task.assigneeLeft && task.assigneeId) || act.viewer.personId;
      const startedAt = task.startedAt ?? act.at;
      await tx.update(FulfilmentTaskEntity, id, { state, endedAt: act.at, note: said, assigneeId, startedAt });
      await this.flow.record(tx, act, task, state, said);
      await this.flow.advance(tx, act, now);
      if (!task.isUndo) await this.rollUp.settle(tx, act, now, { party: 'team', reason: said });
    });
  }

  /** It waits for the team: somebody tries it again, does it after all, or gives the item or the order up. */
  fail(act: Act, id: string, reason: string): Promise<TaskRow> {
    const why = reasonOf(reason);
    return this.within(act, id, 'fail', async (tx, order, task) => {
      moveTask(task.state, 'fail');
      const now = await this.begun(tx, act, order, task);
      await this.flow.failTask(tx, act, now, task, why);
    });
  }

  retry(act: Act, id: string): Promise<TaskRow> {
    return this.within(act, id, 'retry', async (tx, order, task) => {
      const state = moveTask(task.state, 'retry');
      const anew = { state, assigneeId: null, startedAt: null, endedAt: null, note: null };
      await tx.update(FulfilmentTaskEntity, id, anew);
      await this.flow.record(tx, act, task, state, null);
      await this.flow.advance(tx, act, order);
    });
  }

  /** Nobody works on an order that has not begun: with its first task it begins. */
  private async begun(tx: EntityManager, act: Act, order: OrderRow, task: TaskRow): Promise<OrderRow> {
    const taskIds = [task.id];
    if (order.state === 'approved' && !task.isUndo)
      return this.moves.make(tx, act, order, 'start', { party: 'team', taskIds });
    if (task.state !== 'open' && !task.assigneeLeft) return order;
    const { personId: assigneeId } = act.viewer;
    await tx.update(FulfilmentTaskEntity, task.id, {
      state: 'started',
      assigneeId,
      startedAt: task.startedAt ?? act.at,
    });
    await this.flow.record(tx, act, task, 'started', null);
    return (await readOrder(tx, order.id))!;
  }

  private within(
    act: Act,
    id: string,
    move: HandMove,
    work: (tx: EntityManager, order: OrderRow, task: TaskRow) => Promise<void>,
  ): Promise<TaskRow> {
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const { orderId } = await readTask(tx, id);
      const order = await lockedOrder(tx, colleague, orderId);
      const task = await readTask(tx, id);
      assertCanMoveTask(colleague, task, move);
      await work(tx, order, task);
      return readTask(tx, id);
    });
  }
}

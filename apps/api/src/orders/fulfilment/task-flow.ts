import { DomainError, orderNumber, readyTasks, type TaskState, workReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { colleagueOf } from '../colleague.js';
import { OrderItemEntity } from '../order-item.entity.js';
import type { OrderRow } from '../order-rows.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { membersOf } from './members.js';
import { TaskCalls } from './task-calls.js';
import { makeTasks, makeUndoTasks } from './task-making.js';
import { type TaskRow, tasksNow } from './task-rows.js';

/** What becomes of the tasks of an order: made, opened as soon as nothing holds them up, handed to webhooks, undone. */
@Injectable()
export class TaskFlow {
  constructor(
    private readonly calls: TaskCalls,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /**
   * What a move of an order does to its work.
   *
   * @param act By whom; work that begins by itself, or by an answer, is nobody's.
   * @param taskIds Only these are taken; all of the mover's teams when left out.
   */
  async move(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    work: TaskState,
    { note, taskIds }: { note: string | null; taskIds?: readonly string[] },
  ): Promise<void> {
    switch (work) {
      case 'open':
        await tx.update(OrderItemEntity, { orderId: order.id }, { failedAt: null, failedBecause: null });
        await makeTasks(tx, act, order.id);
        await this.advance(tx, act, order);
        return;
      case 'started':
        return takeUp(tx, act, order.id, taskIds);
      case 'done':
        await takeUp(tx, act, order.id);
        await endTasks(tx, act, order.id, null, ['open', 'started'], { state: 'done', note });
        return;
      case 'failed':
      case 'cancelled':
        return this.giveUp(tx, act, order, { itemId: null, state: work, note });
    }
  }

  /**
   * What is not done is ended, and what was done is undone.
   *
   * @param itemId One item; all that are not accepted when null.
   */
  async giveUp(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    { itemId, state, note }: { itemId: string | null; state: 'failed' | 'cancelled'; note: string | null },
  ): Promise<void> {
    await endTasks(tx, act, order.id, itemId, ['waiting'], { state: 'cancelled', note });
    await endTasks(tx, act, order.id, itemId, ['open', 'started'], { state, note });
    await makeUndoTasks(tx, act, order.id, itemId);
    await this.advance(tx, act, order);
  }

  /**
   * Opens what waits for nothing any more, and calls the webhooks that do it. While an order waits itself, only what has
   * to be undone goes on.
   *
   * @returns Whether a webhook was called.
   */
  async advance(tx: EntityManager, act: PublicAct, order: OrderRow): Promise<boolean> {
    const isWorked = order.state === 'approved' || order.state === 'fulfilling';
    const tasks = (await tasksNow(tx, order.id)).filter(({ isUndo }) => isUndo || isWorked);
    const ready = readyTasks(tasks);
    if (ready.length > 0)
      await tx.update(FulfilmentTaskEntity, { id: In(ready.map(({ id }) => id)) }, { state: 'open' });
    await this.tellTeams(tx, act, order, ready);
    const open = tasks.filter((task) => task.isAutomatic && (task.state === 'open' || ready.includes(task)));
    for (const task of open) await this.call(tx, act, order, task);
    return open.length > 0;
  }

  /** What somebody's server, or a person, could not do waits for the team. */
  async failTask(tx: EntityManager, act: PublicAct, order: OrderRow, task: TaskRow, note: string): Promise<void> {
    await tx.update(FulfilmentTaskEntity, task.id, { state: 'failed', endedAt: act.at, note, dueAt: null });
    await this.record(tx, act, task, 'failed', note);
    const facts = { order: orderNumber(order.number), task: task.name, reason: note };
    const to = await membersOf(tx, act, [task.teamId]);
    await this.notices.tell(tx, act, { kind: 'taskFailed', to, subject: { type: 'order', id: order.id }, facts });
  }

  /** In the audit of the order. */
  async record(tx: EntityManager, act: PublicAct, task: TaskRow, state: TaskState, note: string | null): Promise<void> {
    const { id, name, orderId } = task;
    const subject = { type: 'order', id: orderId };
    const after = { task: name, state, ...(note && { note }) };
    await this.audit.record(
      tx,
      act,
      'order.taskMoved',
      subject,
      { task: name, state: task.state },
      { ...after, taskId: id },
    );
  }

  private async call(tx: EntityManager, act: PublicAct, order: OrderRow, task: TaskRow): Promise<void> {
    try {
      await this.calls.call(tx, act, order, task);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.failTask(tx, { ...act, viewer: null }, order, task, error.message);
    }
  }

  /** One notice for a team, whatever the number of its new tasks. */
  private async tellTeams(tx: EntityManager, act: PublicAct, order: OrderRow, ready: readonly TaskRow[]) {
    const manual = ready.filter(({ isAutomatic }) => !isAutomatic);
    for (const teamId of new Set(manual.map((task) => task.teamId))) {
      const names = manual.filter((task) => task.teamId === teamId).map(({ name }) => name);
      const facts = { order: orderNumber(order.number), task: [...new Set(names)].join(', ') };
      const to = await membersOf(tx, act, [teamId]);
      await this.notices.tell(tx, act, { kind: 'taskAssigned', to, subject: { type: 'order', id: order.id }, facts });
    }
  }
}

/** What nobody who is still here has taken is the mover's, as far as it is the work of their teams. */
async function takeUp(tx: EntityManager, act: PublicAct, orderId: string, taskIds?: readonly string[]): Promise<void> {
  if (!act.viewer) return;
  const reach = workReach(await colleagueOf(tx, act as Act));
  await tx.query(TAKE_UP, [orderId, act.viewer.personId, act.at, taskIds ?? null, reach === 'all' ? null : reach]);
}

const TAKE_UP = `
  UPDATE fulfilment_task t SET state = 'started', started_at = coalesce(started_at, $3), assignee_id = $2
   WHERE t.order_id = $1 AND t.webhook IS NULL AND t.undoes_id IS NULL AND coalesce(t.id = ANY ($4::uuid[]), true)
     AND coalesce(t.team_id = ANY ($5::uuid[]), true)
     AND (t.state = 'open' OR t.state = 'started' AND EXISTS (
       SELECT FROM person p WHERE p.id = t.assignee_id AND p.ended_at IS NOT NULL))`;

/** Work, not what undoes it. */
async function endTasks(
  tx: EntityManager,
  { at: endedAt }: PublicAct,
  orderId: string,
  itemId: string | null,
  from: TaskState[],
  { state, note }: { state: TaskState; note: string | null },
): Promise<void> {
  const which = { orderId, ...(itemId && { orderItemId: itemId }), undoesId: IsNull(), state: In(from) };
  await tx.update(FulfilmentTaskEntity, which, { state, endedAt, note, dueAt: null });
}

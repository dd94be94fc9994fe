import { DomainError, orderNumber } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../../catalog/plans/plan.entity.js';
import { ServiceEntity } from '../../catalog/services/service.entity.js';
import type { PublicAct } from '../../platform/act/act.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Webhooks } from '../../platform/webhooks/webhooks.js';
import { OrderItemEntity } from '../order-item.entity.js';
import type { OrderRow } from '../order-rows.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import type { TaskRow } from './task-rows.js';

/** What a webhook is told when it is asked to do a task. */
export const TASK_STARTED = 'task.started';

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Asks webhooks to do tasks. */
@Injectable()
export class TaskCalls {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly webhooks: Webhooks,
    private readonly jobs: Jobs,
  ) {}

  /**
   * The call goes out with the transaction; its answer, or the end of the time for it, comes back to `TaskAnswers`.
   *
   * @throws {DomainError} `NOT_FOUND` when there is no such webhook that works.
   */
  async call(tx: EntityManager, act: PublicAct, order: OrderRow, task: TaskRow): Promise<void> {
    const replyToken = randomBytes(32).toString('base64url');
    const deliveryId = await this.webhooks.call(tx, act, {
      webhook: task.webhook!,
      event: TASK_STARTED,
      subject: { type: 'task', id: task.id },
      data: await this.told(tx, order, task),
      replyToken,
    });
    const dueAt = new Date(act.at.getTime() + task.answerMinutes! * 60_000);
    await tx.update(FulfilmentTaskEntity, task.id, {
      state: 'started',
      startedAt: act.at,
      calls: task.calls + 1,
      deliveryId,
      tokenHash: hashOf(replyToken),
      earlierHashes: [...task.earlierHashes, ...(task.tokenHash ? [task.tokenHash] : [])],
      dueAt,
    });
    await this.jobs.enqueue(tx, 'taskOverdue', { taskId: task.id, deliveryId }, { startAt: dueAt });
  }

  /** No more than the work needs; the rest they may ask for. */
  private async told(tx: EntityManager, order: OrderRow, task: TaskRow): Promise<object> {
    const item = await tx.findOneByOrFail(OrderItemEntity, { id: task.orderItemId });
    const plan = await tx.findOneByOrFail(PlanEntity, { id: item.planId });
    const service = await tx.findOneByOrFail(ServiceEntity, { id: plan.serviceId });
    return {
      task: { id: task.id, key: task.key, name: task.name, undoes: task.undoesId },
      order: { id: order.id, number: orderNumber(order.number), beneficiaryId: order.beneficiaryId },
      item: {
        id: item.id,
        kind: item.kind,
        service: service.slug,
        plan: plan.slug,
        quantity: item.quantity,
        limits: item.limits,
        answers: item.answers,
        subscriptionId: item.subscriptionId,
      },
      answerTo: new URL(`/hooks/fulfilment/${task.id}`, this.config.publicUrl).href,
      answerWithinMinutes: task.answerMinutes,
    };
  }
}

/** What a webhook says about a task. */
export interface TaskAnswer {
  state: 'done' | 'failed';
  note: string | null;
}

/** @throws {DomainError} `MALFORMED_ANSWER` */
export function readAnswer(value: unknown): TaskAnswer {
  const { state, note = null } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const isNote = note === null || (typeof note === 'string' && note.length <= 2000 && !note.includes('\0'));
  if ((state === 'done' || state === 'failed') && isNote)
    return { state, note: (note as string | null)?.trim() || null };
  const sentence =
    'Answer {"state": "done"} or {"state": "failed"}, with a "note" of up to 2000 characters if you like.';
  throw new DomainError('MALFORMED_ANSWER', sentence, ['state']);
}

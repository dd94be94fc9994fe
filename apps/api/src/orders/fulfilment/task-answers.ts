import { DomainError } from '@accord/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Webhooks, type WebhookOutcome } from '../../platform/webhooks/webhooks.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { LateSuccesses } from './late-successes.js';
import { RollUp } from './roll-up.js';
import { hashOf, readAnswer, TASK_STARTED, type TaskAnswer } from './task-calls.js';
import { TaskFlow } from './task-flow.js';
import { readTask, type TaskRow } from './task-rows.js';

/** What webhooks answer to tasks: at once, later, or not at all. */
@Injectable()
export class TaskAnswers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
    private readonly flow: TaskFlow,
    private readonly rollUp: RollUp,
    private readonly lateSuccesses: LateSuccesses,
  ) {}

  onModuleInit(): void {
    this.webhooks.listen((tx, outcome, at) => this.called(tx, outcome, at));
  }

  /**
   * An answer that comes later, with the token of the call. A success counts whenever it comes, also of an earlier call.
   *
   * @throws {DomainError} `NOT_FOUND` for another token, `TOO_LATE` for a failure once it has come to something else, or
   *   was asked anew.
   */
  answer(at: Date, id: string, token: string, body: unknown): Promise<TaskAnswer['state']> {
    return this.database.transaction(async (tx) => {
      const task = await this.locked(tx, id);
      const call = callWith(token, task);
      if (!call) throw new DomainError('NOT_FOUND', 'No task waits for an answer with this token.', []);
      const answer = readAnswer(body);
      if (isLateSuccess(task, answer)) await this.lateSuccesses.take(tx, { viewer: null, at }, task, answer.note);
      else if (task.state === answer.state) return answer.state;
      else if (task.state === 'started' && (call === 'last' || answer.state === 'done'))
        await this.settle(tx, { viewer: null, at }, task, answer);
      else if (task.state === 'started')
        throw new DomainError('TOO_LATE', 'This task was asked anew, so that an earlier call failed changes nothing.');
      else
        throw new DomainError(
          'TOO_LATE',
          `This task is ${task.state} already, so the answer changes nothing; the team of the task decides what happens.`,
        );
      return answer.state;
    });
  }

  /** The time for an answer is over. Doing it twice changes nothing more. */
  @Job('taskOverdue')
  async overdue({ taskId, deliveryId }: { taskId: string; deliveryId: string }, { at }: JobRun): Promise<void> {
    await this.database.transaction(async (tx) => {
      const task = await this.locked(tx, taskId);
      if (task.state !== 'started' || task.deliveryId !== deliveryId) return;
      const note = `The webhook ${task.webhook} did not answer within ${task.answerMinutes} minutes.`;
      await this.settle(tx, { viewer: null, at }, task, { state: 'failed', note });
    });
  }

  /** The call arrived, perhaps with an answer, or was given up. */
  private async called(tx: EntityManager, outcome: WebhookOutcome, at: Date): Promise<void> {
    if (outcome.event !== TASK_STARTED) return;
    const { id } = (await tx.findOneBy(FulfilmentTaskEntity, { deliveryId: outcome.deliveryId })) ?? {};
    if (!id) return;
    const task = await this.locked(tx, id);
    const answer = outcome.state === 'dead' ? unreached(task, outcome) : answerIn(outcome.body);
    if (!answer) return;
    if (isLateSuccess(task, answer)) await this.lateSuccesses.take(tx, { viewer: null, at }, task, answer.note);
    else if (task.state === 'started') await this.settle(tx, { viewer: null, at }, task, answer);
  }

  private async settle(tx: EntityManager, act: PublicAct, task: TaskRow, { state, note }: TaskAnswer): Promise<void> {
    const order = (await readOrder(tx, task.orderId))!;
    if (state === 'failed') {
      const why = note ?? `The webhook ${task.webhook} could not do it.`;
      return this.flow.failTask(tx, act, order, task, why);
    }
    await tx.update(FulfilmentTaskEntity, task.id, { state, endedAt: act.at, note, dueAt: null });
    await this.flow.record(tx, act, task, state, note);
    await this.flow.advance(tx, act, order);
    if (!task.isUndo) await this.rollUp.settle(tx, act, order, { party: 'nobody', reason: note });
  }

  private async locked(tx: EntityManager, id: string): Promise<TaskRow> {
    await lockOrder(tx, (await readTask(tx, id)).orderId);
    return readTask(tx, id);
  }
}

/** Also of what somebody has done by hand since. */
function isLateSuccess({ state, assigneeId }: TaskRow, answer: TaskAnswer): boolean {
  if (answer.state !== 'done') return false;
  return state === 'failed' || state === 'cancelled' || (state === 'done' && assigneeId !== null);
}

/** Of which call a token is; null = of none. */
function callWith(token: string, { tokenHash, earlierHashes }: TaskRow): 'last' | 'earlier' | null {
  const hash = hashOf(token);
  if (tokenHash && isSame(tokenHash, hash)) return 'last';
  return earlierHashes.some((earlier) => isSame(earlier, hash)) ? 'earlier' : null;
}

function unreached({ webhook }: TaskRow, { error }: WebhookOutcome): TaskAnswer {
  return { state: 'failed', note: `The webhook ${webhook} was not reached: ${error}` };
}

/** null where it took the call and will answer later. */
function answerIn(body: string): TaskAnswer | null {
  try {
    return readAnswer(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DomainError) return null;
    throw error;
  }
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

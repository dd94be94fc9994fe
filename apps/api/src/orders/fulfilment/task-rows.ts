import { DomainError, type OrderState, type TaskParties } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { TRIED_AGAIN } from './tried-again.js';

/** A task with what decides who does what with it. */
export interface TaskRow extends FulfilmentTaskEntity, Omit<TaskParties, 'state' | 'teamId' | 'assigneeId'> {
  orderState: OrderState;
  /** What is done before it. */
  afterIds: string[];
}

/** Tasks `t` of orders `o`. */
export const TASKS = `
  SELECT t.id, t.order_id AS "orderId", t.order_item_id AS "orderItemId", t.key, t.name, t.team_id AS "teamId",
    t.is_service_team AS "isServiceTeam", t.undoes_id AS "undoesId", t.state, t.assignee_id AS "assigneeId", t.webhook,
    t.answer_minutes AS "answerMinutes", t.delivery_id AS "deliveryId", t.token_hash AS "tokenHash",
    t.earlier_hashes AS "earlierHashes", t.due_at AS "dueAt",
    t.calls, t.created_at AS "createdAt", t.started_at AS "startedAt", t.ended_at AS "endedAt", t.note,
    o.state AS "orderState", t.webhook IS NOT NULL AS "isAutomatic", t.undoes_id IS NOT NULL AS "isUndo",
    coalesce((SELECT p.ended_at IS NOT NULL FROM person p WHERE p.id = t.assignee_id), false) AS "assigneeLeft",
    ARRAY(SELECT d.after_id FROM fulfilment_dependency d WHERE d.task_id = t.id ORDER BY d.after_id)::text[] AS "afterIds"
  FROM fulfilment_task t JOIN service_order o ON o.id = t.order_id`;

/** @throws {DomainError} `NOT_FOUND` */
export async function readTask(manager: EntityManager, id: string): Promise<TaskRow> {
  const [task]: TaskRow[] = isUUID(id) ? await manager.query(`${TASKS} WHERE t.id = $1`, [id]) : [];
  if (task) return task;
  throw new DomainError('NOT_FOUND', 'There is no such task.', ['id']);
}

/** As they count now: without those in whose place there are later ones. */
export function tasksNow(manager: EntityManager, orderId: string): Promise<TaskRow[]> {
  return manager.query(`${TASKS} WHERE t.order_id = $1 AND NOT ${TRIED_AGAIN} ORDER BY t.id`, [orderId]);
}

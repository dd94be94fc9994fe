import { DomainError, type Lifecycle, type TaskState } from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import { todayOf } from '../../catalog/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import type { OrderRow } from '../order-rows.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';

const ITEMS = `
  SELECT i.id, s.name AS "serviceName", s.lifecycle, (
      SELECT m.team_id FROM service_management m JOIN team t ON t.id = m.team_id AND t.ended_at IS NULL
       WHERE m.service_id = p.service_id AND $2::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
    ) AS "teamId"
    FROM order_item i JOIN plan p ON p.id = i.plan_id JOIN service s ON s.id = p.service_id
   WHERE i.order_id = $1 ORDER BY i.position`;

interface Work {
  id: string;
  serviceName: string;
  lifecycle: Lifecycle;
  teamId: string | null;
}

/** What a move of an order does to the work of its teams. An order that was cancelled before its approval has made none. */
export async function moveTasks(
  tx: EntityManager,
  act: PublicAct,
  { id: orderId }: OrderRow,
  state: TaskState,
  note: string | null,
): Promise<void> {
  switch (state) {
    case 'open':
      return openTasks(tx, act, orderId);
    case 'started':
      return takeUp(tx, act, orderId);
    case 'done':
      await takeUp(tx, act, orderId);
      return endTasks(tx, act, orderId, state, note);
    default:
      return endTasks(tx, act, orderId, state, note);
  }
}

/** What nobody who is still here has taken is the mover's. */
async function takeUp(tx: EntityManager, { viewer, at }: PublicAct, orderId: string): Promise<void> {
  await tx.query(TAKE_UP, [orderId, viewer!.personId, at]);
}

const TAKE_UP = `
  UPDATE fulfilment_task t SET state = 'started', started_at = coalesce(started_at, $3), assignee_id = $2
   WHERE t.order_id = $1 AND (t.state = 'open' OR t.state = 'started' AND EXISTS (
     SELECT FROM person p WHERE p.id = t.assignee_id AND p.ended_at IS NOT NULL))`;

async function endTasks(
  tx: EntityManager,
  { at: endedAt }: PublicAct,
  orderId: string,
  state: TaskState,
  note: string | null,
): Promise<void> {
  await tx.update(FulfilmentTaskEntity, { orderId, state: In(['open', 'started']) }, { state, endedAt, note });
}

/** @throws {DomainError} `SERVICE_NOT_LIVE` when a service has retired, `NO_TEAM` when a service was left without one since the submission. */
async function openTasks(tx: EntityManager, { at }: PublicAct, orderId: string): Promise<void> {
  const work: Work[] = await tx.query(ITEMS, [orderId, await todayOf(tx, at)]);
  for (const { id: orderItemId, serviceName, lifecycle, teamId } of work) {
    if (lifecycle === 'retired')
      throw new DomainError('SERVICE_NOT_LIVE', `${serviceName} is retired and serves nobody.`);
    if (!teamId)
      throw new DomainError('NO_TEAM', `No team manages ${serviceName} today, so nobody could fulfil the order.`);
    const task = { orderId, orderItemId, teamId, state: 'open', createdAt: at } as const;
    await tx.insert(FulfilmentTaskEntity, { id: uuidv7(at), ...task });
  }
}

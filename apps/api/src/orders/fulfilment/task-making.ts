import {
  ANSWER_MINUTES,
  DEFAULT_FULFILMENT,
  DomainError,
  inWorkingOrder,
  REWORK_KEY,
  reworkOf,
  type FulfilmentTemplate,
  type Lifecycle,
  type TaskTemplate,
  toUndo,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../../catalog/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { OrderItemEntity } from '../order-item.entity.js';
import { FulfilmentDependencyEntity } from './fulfilment-dependency.entity.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { type TaskRow, tasksNow } from './task-rows.js';

/** Items of which nothing has come yet. */
const ITEMS = `
  SELECT i.id, i.fulfilment, i.delivered_at IS NOT NULL AS "isDelivered", s.name AS "serviceName", s.lifecycle, (
      SELECT m.team_id FROM service_management m JOIN team t ON t.id = m.team_id AND t.ended_at IS NULL
       WHERE m.service_id = p.service_id AND $2::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
    ) AS "teamId"
    FROM order_item i JOIN plan p ON p.id = i.plan_id JOIN service s ON s.id = p.service_id
   WHERE i.order_id = $1 AND i.accepted_at IS NULL ORDER BY i.position`;

interface Work {
  id: string;
  fulfilment: FulfilmentTemplate | null;
  isDelivered: boolean;
  serviceName: string;
  lifecycle: Lifecycle;
  teamId: string | null;
}

/**
 * The tasks of every item that is still to be delivered, by the template that was pinned. What was done before, and not
 * undone since, is not done again.
 *
 * @throws {DomainError} `SERVICE_NOT_LIVE` when a service has retired, `NO_TEAM` when a service was left without one since
 *   the submission, `WRONG_STATE` while something is still being undone.
 */
export async function makeTasks(tx: EntityManager, act: PublicAct, orderId: string): Promise<void> {
  const items: Work[] = await tx.query(ITEMS, [orderId, await todayOf(tx, act.at)]);
  const work = items.filter(({ isDelivered }) => !isDelivered);
  const before = await tasksNow(tx, orderId);
  if (before.some(({ isUndo, state }) => isUndo && ['waiting', 'open', 'started'].includes(state)))
    throw new DomainError('WRONG_STATE', 'What was done is still being undone; try again after that.');
  const teams = await namedTeams(tx, work);
  for (const { id: orderItemId, serviceName, lifecycle, teamId, fulfilment } of work) {
    if (lifecycle === 'retired')
      throw new DomainError('SERVICE_NOT_LIVE', `${serviceName} is retired and serves nobody.`);
    if (!teamId)
      throw new DomainError('NO_TEAM', `No team manages ${serviceName} today, so nobody could fulfil the order.`);
    const ids = new Map<string, string>();
    const { tasks } = fulfilment ?? DEFAULT_FULFILMENT;
    // What was to be put right when it was given up still is.
    const isReworked = before.some((row) => row.orderItemId === orderItemId && row.key === REWORK_KEY);
    const rework = isReworked
      ? [
          reworkOf(
            serviceName,
            tasks.map(({ key }) => key),
          ),
        ]
      : [];
    for (const task of [...inWorkingOrder(tasks), ...rework]) {
      const kept = before.find((row) => row.orderItemId === orderItemId && row.key === task.key && isKept(row, before));
      ids.set(task.key, kept?.id ?? uuidv7(act.at));
      if (kept) continue;
      const named = task.team ? teams.get(task.team) : undefined;
      await tx.insert(FulfilmentTaskEntity, {
        id: ids.get(task.key)!,
        orderId,
        orderItemId,
        key: task.key,
        name: task.name,
        teamId: named ?? teamId,
        isServiceTeam: !named,
        ...callOf(task),
        state: 'waiting',
        createdAt: act.at,
      });
      for (const key of new Set(task.after ?? []))
        await tx.insert(FulfilmentDependencyEntity, { taskId: ids.get(task.key)!, afterId: ids.get(key)! });
    }
  }
}

/**
 * Items that are not as ordered are delivered no more: the team that manages their service by now, or else the one that
 * did the work, puts them right.
 */
export async function makeRework(tx: EntityManager, act: PublicAct, orderId: string, itemIds: readonly string[]) {
  const items: Work[] = await tx.query(ITEMS, [orderId, await todayOf(tx, act.at)]);
  const tasks = await tasksNow(tx, orderId);
  for (const { id: orderItemId, serviceName, teamId } of items.filter(({ id }) => itemIds.includes(id))) {
    const did = tasks.find((task) => task.orderItemId === orderItemId)!;
    const { key, name } = reworkOf(serviceName);
    const whose = { teamId: teamId ?? did.teamId, isServiceTeam: teamId !== null };
    const what = { id: uuidv7(act.at), orderId, orderItemId, key, name, ...whose, createdAt: act.at };
    await tx.insert(FulfilmentTaskEntity, { ...what, state: 'waiting' });
    await tx.update(OrderItemEntity, orderItemId, { deliveredAt: null });
  }
}

/**
 * What takes back what was done for items that come to nothing, what was done last first.
 *
 * @param itemId One item; all of the order that are not accepted when null.
 */
export async function makeUndoTasks(tx: EntityManager, act: PublicAct, orderId: string, itemId: string | null) {
  const work: Work[] = await tx.query(ITEMS, [orderId, await todayOf(tx, act.at)]);
  const tasks = await tasksNow(tx, orderId);
  for (const { id: orderItemId, fulfilment } of work.filter(({ id }) => itemId === null || id === itemId)) {
    const undoOf = ({ key }: TaskRow) => fulfilment?.tasks.find((task) => task.key === key)?.undo;
    const done = tasks
      .filter((task) => task.orderItemId === orderItemId && !task.isUndo)
      .map((task) => ({
        ...task,
        canBeUndone: undoOf(task) !== undefined,
        isUndone: tasks.some(({ undoesId }) => undoesId === task.id),
      }));
    let afterId: string | null = null;
    for (const task of toUndo(done)) {
      const undo = undoOf(task)!;
      const id = uuidv7(act.at);
      const { key, teamId, isServiceTeam } = task;
      const what = { orderId, orderItemId, key, name: undo.name, teamId, isServiceTeam, undoesId: task.id };
      await tx.insert(FulfilmentTaskEntity, { id, ...what, ...callOf(undo), state: 'waiting', createdAt: act.at });
      if (afterId) await tx.insert(FulfilmentDependencyEntity, { taskId: id, afterId });
      afterId = id;
    }
  }
}

/**
 * What was done too late is taken back as its template says; where that says nothing, or it may be done twice, by a person
 * of its team.
 */
export async function makeLateUndo(tx: EntityManager, act: PublicAct, task: TaskRow, how: 'takeBack' | 'lookInto') {
  const { orderId, orderItemId, key, teamId, isServiceTeam } = task;
  const { fulfilment } = await tx.findOneByOrFail(OrderItemEntity, { id: orderItemId });
  const template = fulfilment?.tasks.find((one) => one.key === key)?.undo;
  const byHand = { name: how === 'takeBack' ? `Take back: ${task.name}` : `Done twice? ${task.name}` };
  const undo: NonNullable<TaskTemplate['undo']> = (how === 'takeBack' && template) || byHand;
  const what = { orderId, orderItemId, key, name: undo.name, teamId, isServiceTeam, undoesId: task.id };
  const row = { id: uuidv7(act.at), ...what, ...callOf(undo), createdAt: act.at };
  await tx.insert(FulfilmentTaskEntity, { ...row, state: 'waiting' });
}

/** What was done, and is not undone, stays done. */
function isKept({ id, state, isUndo }: TaskRow, tasks: readonly TaskRow[]): boolean {
  return !isUndo && state === 'done' && !tasks.some((task) => task.undoesId === id && task.state === 'done');
}

function callOf({ webhook, answerMinutes }: Pick<TaskTemplate, 'webhook' | 'answerMinutes'>) {
  return { webhook: webhook ?? null, answerMinutes: webhook ? (answerMinutes ?? ANSWER_MINUTES) : null };
}

/** By slug; those that have ended are left out. */
async function namedTeams(tx: EntityManager, work: readonly Work[]): Promise<Map<string, string>> {
  const slugs = work.flatMap(({ fulfilment }) => fulfilment?.tasks.flatMap(({ team }) => team ?? []) ?? []);
  if (slugs.length === 0) return new Map();
  const rows: { slug: string; id: string }[] = await tx.query(
    'SELECT slug, id FROM team WHERE slug = ANY ($1::text[]) AND ended_at IS NULL',
    [slugs],
  );
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

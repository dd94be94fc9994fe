import {
  assertCanMoveOrder,
  DomainError,
  moveOrder,
  ORDER_MOVES,
  reasonOf,
  type BudgetEntryKind,
  type OrderMove,
  type TaskState,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../catalog/today.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { ApproverSearch } from './approver-search.js';
import { bookEntry } from './budgets/book-entry.js';
import { colleagueOf } from './colleague.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { keepMove } from './keep-move.js';
import { lockedOrder, readOrder } from './locked-order.js';
import type { OrderRow } from './order-rows.js';
import { OrderEntity } from './order.entity.js';
import { SubscriptionEntity } from './subscription.entity.js';
import { teamOfService } from './team-of-service.js';

/** Orders after their submission: decided, fulfilled, accepted, or come to nothing. */
@Injectable()
export class Orders {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly approvers: ApproverSearch,
  ) {}

  /** @throws {DomainError} When the viewer does not decide on it, or no team manages the service today. */
  async approve(act: Act, id: string, reason: string | null): Promise<OrderRow> {
    await this.approvers.run(act);
    return this.move(act, id, 'approve', reason?.trim() || null);
  }

  /** @throws {DomainError} When the viewer does not decide on it, or gives no reason. */
  async reject(act: Act, id: string, reason: string): Promise<OrderRow> {
    const why = reasonOf(reason);
    await this.approvers.run(act);
    return this.move(act, id, 'reject', why);
  }

  /** @throws {DomainError} When the viewer is not of the team, or it has begun already. */
  start(act: Act, id: string): Promise<OrderRow> {
    return this.move(act, id, 'start', null);
  }

  deliver(act: Act, id: string, note: string | null): Promise<OrderRow> {
    return this.move(act, id, 'deliver', note?.trim() || null);
  }

  fail(act: Act, id: string, reason: string): Promise<OrderRow> {
    return this.move(act, id, 'fail', reasonOf(reason));
  }

  accept(act: Act, id: string): Promise<OrderRow> {
    return this.move(act, id, 'accept', null);
  }

  cancel(act: Act, id: string, reason: string): Promise<OrderRow> {
    return this.move(act, id, 'cancel', reasonOf(reason));
  }

  /** What a move does to the money and to the team's work stands with the moves. */
  private move(act: Act, id: string, name: OrderMove, reason: string | null): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const order = await lockedOrder(tx, colleague, id);
      assertCanMoveOrder(colleague, order, name);
      const state = moveOrder(order.state, name);
      const { money, task, action }: { money?: BudgetEntryKind; task?: TaskState; action: string } = ORDER_MOVES[name];

      const columns = { state, stateSince: act.at, ...columnsOf(act, name, reason) };
      await tx.update(OrderEntity, { id }, columns);
      await keepMove(tx, act, id, order.state, state, reason);
      if (task) await moveTask(tx, act, order, task, reason);
      if (money && order.budgetId) {
        await bookEntry(tx, act, { budgetId: order.budgetId, orderId: id, amount: order.total! }, money);
      }
      if (name === 'accept')
        await tx.insert(SubscriptionEntity, { id: uuidv7(act.at), orderId: id, startedAt: act.at, endedAt: null });
      const because = reason ? { ...act, reason } : act;
      await this.audit.record(tx, because, action, { type: 'order', id }, { state: order.state }, { state });
      return (await readOrder(tx, id))!;
    });
  }
}

function columnsOf({ viewer, at }: Act, name: OrderMove, reason: string | null): Partial<OrderEntity> {
  if (name === 'deliver') return { deliveredAt: at };
  if (name !== 'approve' && name !== 'reject') return {};
  return { decidedById: viewer.personId, decidedAt: at, decisionReason: reason };
}

/** An order that was cancelled before its approval has made no work. */
async function moveTask(
  tx: EntityManager,
  act: Act,
  order: OrderRow,
  state: TaskState,
  note: string | null,
): Promise<void> {
  const orderId = order.id;
  if (state === 'open') {
    const teamId = await teamToday(tx, act, order);
    await tx.insert(FulfilmentTaskEntity, { id: uuidv7(act.at), orderId, teamId, state, createdAt: act.at });
  } else if (state === 'started') {
    await tx.update(FulfilmentTaskEntity, { orderId }, { state, startedAt: act.at, assigneeId: act.viewer.personId });
  } else {
    await tx.update(FulfilmentTaskEntity, { orderId }, { state, endedAt: act.at, note });
  }
}

/** @throws {DomainError} `NO_TEAM` when the service was left without one since the submission. */
async function teamToday(tx: EntityManager, act: Act, { serviceId }: OrderRow): Promise<string> {
  const team = await teamOfService(tx, serviceId, await todayOf(tx, act.at));
  if (team) return team;
  throw new DomainError('NO_TEAM', 'No team manages this service today, so nobody could fulfil the order.');
}

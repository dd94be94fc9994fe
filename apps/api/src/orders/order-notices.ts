import { assigneesOf, moveOf, orderNumber, STATE_WORDS, type OrderMove } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { officeToday } from '../catalog/office-today.js';
import { Notices } from '../people/notices/notices.js';
import type { PublicAct } from '../platform/act/act.js';
import { deputiesOf } from './deputies.js';
import { membersOf } from './fulfilment/members.js';
import type { OrderRow } from './order-rows.js';

/** Moves of which those who wait for an order hear. Who is asked to approve, and who to fulfil, hear of it elsewhere. */
const TOLD: readonly OrderMove[] = [
  'approve',
  'approveByRule',
  'reject',
  'schedule',
  'wake',
  'refuseAtStart',
  'start',
  'hold',
  'release',
  'deliver',
  'fail',
  'retry',
  'acceptBySilence',
  'cancel',
  'grantCancellation',
  'cancelRest',
  'lapse',
  'lapseItem',
  'takeBack',
  'refuseCancellation',
];

/** Moves of which those hear who work for it. */
const TO_WORKERS: readonly OrderMove[] = ['askCancellation', 'sendBack', 'sendBackItem'];

/** What the state of the order does not say. */
const TOLD_AS: Partial<Record<OrderMove, string>> = {
  askCancellation: 'to be cancelled',
  cancelRest: moveOf('cancelRest').done,
  sendBack: moveOf('sendBack').done,
  sendBackItem: moveOf('sendBackItem').done,
  lapseItem: moveOf('lapseItem').done,
};

/** Of an order that could not begin on its day. */
const HELD_UP = 'held up on its day';
const TOLD_OF = `
  SELECT 1 FROM notice WHERE kind = 'orderChanged' AND subject_id = $1 AND facts->>'state' = $2 AND facts->>'reason' = $3 LIMIT 1`;

/** Tells those who have to do with an order what became of it. */
@Injectable()
export class OrderNotices {
  constructor(private readonly notices: Notices) {}

  /** Its day has come, and it cannot begin: those who can mend that hear of it, and who asked for it; once. */
  async heldUp(tx: EntityManager, act: PublicAct, order: OrderRow, reason: string): Promise<void> {
    const subject = { type: 'order', id: order.id };
    const facts = { order: orderNumber(order.number), what: await whatOf(tx, order.id), state: HELD_UP, reason };
    const [told] = await tx.query(TOLD_OF, [order.id, HELD_UP, reason]);
    if (told) return;
    const menders = [...(await ownersOf(tx, order.id)), ...(await officeToday(tx, act.at))];
    const to = [...new Set([order.beneficiaryId, ...(await askers(tx, act, order)), ...menders])];
    await this.notices.tell(tx, act, { kind: 'orderChanged', to, subject, facts });
  }

  async moved(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    move: OrderMove,
    reason: string | null,
  ): Promise<void> {
    const subject = { type: 'order', id: order.id };
    const number = orderNumber(order.number);
    const by = act.viewer?.name;
    if (move === 'askBeforeApproval' || move === 'askDuringWork') {
      const facts = { order: number, by: by!, question: reason! };
      await this.notices.tell(tx, act, { kind: 'informationNeeded', to: await askers(tx, act, order), subject, facts });
    } else if (move === 'answer') {
      const to = await askedBy(tx, order.id);
      await this.notices.tell(tx, act, { kind: 'informationGiven', to, subject, facts: { order: number, by: by! } });
    } else if (TO_WORKERS.includes(move) || TOLD.includes(move)) {
      const to = TO_WORKERS.includes(move)
        ? await workersOf(tx, act, order)
        : [
            order.beneficiaryId,
            ...(await askers(tx, act, order)),
            ...(move === 'refuseAtStart' ? await ownersOf(tx, order.id) : []),
          ];
      const state = TOLD_AS[move] ?? STATE_WORDS[order.state];
      const facts = {
        order: number,
        what: await whatOf(tx, order.id),
        state,
        ...(by && { by }),
        ...(reason && { reason }),
      };
      await this.notices.tell(tx, act, { kind: 'orderChanged', to, subject, facts });
    }
  }
}

/** Who asked for it, and once they have left, who acts in their stead. */
async function askers(tx: EntityManager, { at }: PublicAct, order: OrderRow): Promise<string[]> {
  if (!order.requesterLeft) return [order.requesterId];
  if (!order.beneficiaryLeft) return [order.beneficiaryId];
  const [deputies = []] = await deputiesOf(tx, [order.unitId], at);
  return deputies;
}

/** Who took the work; where nobody who is still here has, their teams. */
async function workersOf(tx: EntityManager, act: PublicAct, { tasks, teamIds }: OrderRow): Promise<string[]> {
  const assigneeIds = assigneesOf(tasks);
  return assigneeIds.length > 0 ? assigneeIds : membersOf(tx, act, teamIds);
}

/** Who asked the question that was answered. */
async function askedBy(tx: EntityManager, orderId: string): Promise<string[]> {
  const rows: { byId: string }[] = await tx.query(
    `SELECT by_id AS "byId" FROM order_event WHERE order_id = $1 AND to_state = 'needsInformation' ORDER BY id DESC LIMIT 1`,
    [orderId],
  );
  return rows.map(({ byId }) => byId);
}

/** The owners of its services. */
async function ownersOf(tx: EntityManager, orderId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT s.owner_id AS id FROM order_item i JOIN plan p ON p.id = i.plan_id JOIN service s ON s.id = p.service_id
      WHERE i.order_id = $1 AND s.owner_id IS NOT NULL`,
    [orderId],
  );
  return rows.map(({ id }) => id);
}

/** The services of an order, in their order. */
async function whatOf(tx: EntityManager, orderId: string): Promise<string> {
  const rows: { name: string }[] = await tx.query(
    `SELECT s.name FROM order_item i JOIN plan p ON p.id = i.plan_id JOIN service s ON s.id = p.service_id
      WHERE i.order_id = $1 ORDER BY i.position`,
    [orderId],
  );
  return [...new Set(rows.map(({ name }) => name))].join(', ');
}

import { orderNumber } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../../catalog/today.js';
import { Notices } from '../../people/notices/notices.js';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { membersOf } from './members.js';

/** Tasks that nobody has begun, of services that another team manages by now. */
const LEFT_BEHIND = `
  SELECT t.id, t.name, t.order_id AS "orderId", t.team_id AS "teamId", NULL AS "assigneeId", m.team_id AS "toId"
    FROM fulfilment_task t JOIN order_item i ON i.id = t.order_item_id JOIN plan p ON p.id = i.plan_id
    JOIN service_management m ON m.service_id = p.service_id AND m.team_id <> t.team_id
     AND $1::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
    JOIN team x ON x.id = m.team_id AND x.ended_at IS NULL
   WHERE t.state IN ('waiting', 'open') AND t.is_service_team AND coalesce(t.order_id = $2, true)`;

/** Tasks of people who are here, and do no work of the team any more. */
const OUT_OF_TEAM = `
  SELECT t.id, t.name, t.order_id AS "orderId", t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.team_id AS "toId"
    FROM fulfilment_task t
   WHERE t.state = 'started' AND t.assignee_id IS NOT NULL AND coalesce(t.order_id = $2, true)
     AND NOT EXISTS (
       SELECT FROM team_membership m WHERE m.team_id = t.team_id AND m.person_id = t.assignee_id
          AND $1::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity'))
     AND NOT EXISTS (
       SELECT FROM role_assignment r WHERE r.person_id = t.assignee_id AND r.role = 'fulfiller'
          AND r.state = 'approved' AND r.ended_at IS NULL AND (r.scope_kind = 'organisation' OR r.team_id = t.team_id)
          AND $1::date BETWEEN r.from_date AND coalesce(r.to_date, 'infinity'))`;

interface Handover {
  id: string;
  name: string;
  orderId: string;
  teamId: string;
  assigneeId: string | null;
  toId: string;
}

/**
 * Work that nobody has begun goes to the team that manages its service today; what somebody had begun who is no longer in
 * its team is the team's again.
 */
@Injectable()
export class Handovers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  async run(act: PublicAct): Promise<void> {
    const today = await todayOf(this.database.read, act.at);
    const found = await handovers(this.database.read, today);
    for (const orderId of new Set(found.map((task) => task.orderId)))
      await this.database.transaction(async (tx) => {
        await lockOrder(tx, orderId);
        // Read again: somebody may have begun it.
        for (const task of await handovers(tx, today, orderId)) await this.handOver(tx, act, task);
      });
  }

  private async handOver(tx: EntityManager, act: PublicAct, handover: Handover): Promise<void> {
    const { id, name, orderId, teamId, assigneeId, toId } = handover;
    await tx.update(
      FulfilmentTaskEntity,
      { id },
      { teamId: toId, ...(assigneeId && { state: 'open', assigneeId: null }) },
    );
    const subject = { type: 'order', id: orderId };
    const from = { teamId, ...(assigneeId && { assigneeId }) };
    const to = { teamId: toId, ...(assigneeId && { assigneeId: null }) };
    await this.audit.record(tx, act, 'order.handedOver', subject, from, to);
    const facts = { order: orderNumber((await readOrder(tx, orderId))!.number), task: name };
    await this.notices.tell(tx, act, { kind: 'taskAssigned', to: await membersOf(tx, act, [toId]), subject, facts });
  }
}

/** @param orderId Of one order; all of them when left out. */
async function handovers(manager: EntityManager, today: string, orderId: string | null = null): Promise<Handover[]> {
  return manager.query(`${LEFT_BEHIND} UNION ALL ${OUT_OF_TEAM} ORDER BY "orderId", id`, [today, orderId]);
}

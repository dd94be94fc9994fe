import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../../catalog/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { lockOrder } from '../locked-order.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';

/** Tasks that nobody has begun, of services that another team manages by now. */
const LEFT_BEHIND = `
  SELECT t.id, t.order_id AS "orderId", t.team_id AS "fromId", m.team_id AS "toId"
    FROM fulfilment_task t JOIN order_item i ON i.id = t.order_item_id JOIN plan p ON p.id = i.plan_id
    JOIN service_management m ON m.service_id = p.service_id AND m.team_id <> t.team_id
     AND $1::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
    JOIN team x ON x.id = m.team_id AND x.ended_at IS NULL
   WHERE t.state = 'open' AND coalesce(t.order_id = $2, true) ORDER BY t.order_id, t.id`;

interface LeftBehind {
  id: string;
  orderId: string;
  fromId: string;
  toId: string;
}

/** Work that nobody has begun goes to the team that manages its service today. */
@Injectable()
export class Handovers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async run(act: PublicAct): Promise<void> {
    const today = await todayOf(this.database.read, act.at);
    const found = await leftBehind(this.database.read, today);
    for (const orderId of new Set(found.map((task) => task.orderId)))
      await this.database.transaction(async (tx) => {
        await lockOrder(tx, orderId);
        // Read again: somebody may have begun it.
        for (const task of await leftBehind(tx, today, orderId)) await this.handOver(tx, act, task);
      });
  }

  private async handOver(tx: EntityManager, act: PublicAct, { id, orderId, fromId, toId }: LeftBehind): Promise<void> {
    await tx.update(FulfilmentTaskEntity, { id }, { teamId: toId });
    const subject = { type: 'order', id: orderId };
    await this.audit.record(tx, act, 'order.handedOver', subject, { teamId: fromId }, { teamId: toId });
  }
}

/** @param orderId Of one order; all of them when left out. */
function leftBehind(manager: EntityManager, today: string, orderId: string | null = null): Promise<LeftBehind[]> {
  return manager.query(LEFT_BEHIND, [today, orderId]);
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../people/today.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { approversOn, OWNERS_IN_FORCE } from './budget-owners.js';
import { lockOrder, readOrder } from './locked-order.js';
import { OrderApproverEntity } from './order-approver.entity.js';

/** Orders whose approvers all lost their role. A role ends by its date too, so only a look at the day finds them. */
const ABANDONED = `
  SELECT o.id FROM service_order o
   WHERE o.state = 'awaitingApproval' AND NOT EXISTS (
     SELECT FROM order_approver x JOIN (${OWNERS_IN_FORCE}) held ON held."personId" = x.person_id
      WHERE x.order_id = o.id AND (held."unitId" IS NULL OR held."unitId" IN (
        WITH RECURSIVE path AS (
          SELECT id, parent_id FROM business_unit WHERE id = o.unit_id
          UNION ALL SELECT u.id, u.parent_id FROM path JOIN business_unit u ON u.id = path.parent_id
        ) SELECT id FROM path)))`;

/** Finds who decides on an order after everybody who was asked has lost the role. */
@Injectable()
export class ApproverSearch {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Before orders are read or decided. Where nobody else could decide either, an order stays as it is. */
  async run(act: Act): Promise<void> {
    const today = await todayOf(this.database.read, act.at);
    const abandoned: { id: string }[] = await this.database.read.query(ABANDONED, [today]);
    for (const { id } of abandoned) {
      const order = (await readOrder(this.database.read, id))!;
      const found = await approversOn(this.database.read, order, today);
      if (found.length > 0 && String(found) !== String(order.approverIds))
        await this.database.transaction((tx) => this.replace(tx, act, id, found));
    }
  }

  /** By nobody: whoever happened to look did not choose them. */
  private async replace(tx: EntityManager, act: Act, id: string, approverIds: string[]): Promise<void> {
    await lockOrder(tx, id);
    const order = (await readOrder(tx, id))!;
    const isDone = order.state !== 'awaitingApproval' || String(order.approverIds) === String(approverIds);
    if (isDone) return;
    await tx.delete(OrderApproverEntity, { orderId: id });
    await tx.insert(
      OrderApproverEntity,
      approverIds.map((personId) => ({ orderId: id, personId })),
    );
    const before = { approverIds: order.approverIds };
    const byNobody = { ...act, viewer: null };
    await this.audit.record(tx, byNobody, 'order.approversFound', { type: 'order', id }, before, { approverIds });
  }
}

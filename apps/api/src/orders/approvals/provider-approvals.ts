import { DomainError, type Limit, orderNumber, reasonOf, reachOf, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { Orders } from '../orders.js';
import { Approvals } from './approvals.js';

/** What a provider is asked: what is wanted of its own services, and nothing of who wants it, pays it, or why. */
export interface ProviderApprovalRow {
  /** Of the stage. */
  id: string;
  orderId: string;
  number: string;
  stage: string;
  since: Date;
  items: { service: string; plan: string; quantity: number; limits: Limit[] }[];
}

const ASKED = `
  SELECT s.id, o.id AS "orderId", o.number, s.name AS stage, s.opened_at AS since,
      json_agg(json_build_object('service', x.name, 'plan', p.name, 'quantity', i.quantity, 'limits', i.limits) ORDER BY i.position) AS items
    FROM approval_stage s JOIN service_order o ON o.id = s.order_id AND o.state = 'awaitingApproval'
      JOIN approval_seat t ON t.stage_id = s.id AND t.left_at IS NULL AND t.lost_at IS NULL AND t.person_id = $1
      JOIN service x ON x.id = s.service_id AND x.provider_id = ANY ($2::uuid[])
      JOIN order_item i ON i.order_id = o.id JOIN plan p ON p.id = i.plan_id AND p.service_id = x.id
   WHERE s.state = 'open' AND s.sources @> '[{"kind": "provider"}]' AND NOT EXISTS (
     SELECT FROM (
       SELECT DISTINCT ON (d.person_id) d.verdict FROM approval_decision d
        WHERE d.stage_id = s.id AND d.person_id = $1 ORDER BY d.person_id, d.id DESC
     ) said WHERE said.verdict <> 'undone')
   GROUP BY s.id, o.id ORDER BY s.opened_at, s.id`;

/** Orders on which the contacts of providers decide. */
@Injectable()
export class ProviderApprovals {
  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
    private readonly orders: Orders,
  ) {}

  /** Those that wait for the viewer as a contact of their providers, the longest waiting first. */
  waiting({ viewer }: Act): Promise<ProviderApprovalRow[]> {
    return askedOf(this.database.read, viewer);
  }

  /** @throws {DomainError} `NOT_FOUND` when the viewer is not asked as the contact of its provider. */
  decide(act: Act, id: string, approved: boolean, reason: string | null): Promise<ProviderApprovalRow> {
    const why = approved ? reason?.trim() || null : reasonOf(reason ?? '');
    return this.database.transaction(async (tx) => {
      const unknown = new DomainError('NOT_FOUND', 'There is no such order to approve.', ['id']);
      const found = isUUID(id) ? (await askedOf(tx, act.viewer)).find((asked) => asked.id === id) : undefined;
      if (!found) throw unknown;
      await lockOrder(tx, found.orderId);
      const isStillAsked = (await askedOf(tx, act.viewer)).some((asked) => asked.id === id);
      if (!isStillAsked) throw unknown;
      const order = (await readOrder(tx, found.orderId))!;
      const verdict = approved ? 'approved' : 'rejected';
      const next = await this.approvals.decide(tx, act, order, verdict, why);
      if (next) await this.orders.decided(tx, act, order, next, { party: 'approver', reason: why });
      return found;
    });
  }
}

async function askedOf(manager: EntityManager, viewer: Viewer): Promise<ProviderApprovalRow[]> {
  const reach = reachOf(viewer, ['providerContact'], 'provider');
  if (reach === 'all' || reach.length === 0) return [];
  const rows: (Omit<ProviderApprovalRow, 'number'> & { number: number })[] = await manager.query(ASKED, [
    viewer.personId,
    reach,
  ]);
  return rows.map((row) => ({ ...row, number: orderNumber(row.number) }));
}

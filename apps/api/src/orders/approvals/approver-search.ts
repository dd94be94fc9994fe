import { Injectable } from '@nestjs/common';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { ApprovalStages } from './approval-stages.js';

/** Whether who was asked from the seat `t` of the stage `s` may still decide on the day `$1`. */
const HOLDS = `
  EXISTS (
    SELECT FROM jsonb_array_elements(s.sources) source WHERE CASE source ->> 'kind'
      WHEN 'serviceOwner' THEN EXISTS (
        SELECT FROM service x JOIN person p ON p.id = x.owner_id AND p.ended_at IS NULL
         WHERE x.id = s.service_id AND x.owner_id = t.person_id)
      WHEN 'team' THEN EXISTS (
        SELECT FROM team_membership m JOIN team x ON x.id = m.team_id AND x.ended_at IS NULL
          JOIN person p ON p.id = m.person_id AND p.ended_at IS NULL
         WHERE x.slug = source ->> 'team' AND m.person_id = t.person_id
           AND $1::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity'))
      ELSE EXISTS (
        SELECT FROM role_assignment a JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
         WHERE a.person_id = t.person_id AND a.state = 'approved' AND a.ended_at IS NULL
           AND $1::date BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')
           AND a.role = CASE source ->> 'kind' WHEN 'budgetOwner' THEN 'budgetOwner'
             WHEN 'provider' THEN 'providerContact' ELSE source ->> 'role' END
           AND (a.scope_kind = 'organisation' OR a.service_id = s.service_id
             OR a.provider_id = (SELECT x.provider_id FROM service x WHERE x.id = s.service_id)
             OR a.unit_id IN (
               WITH RECURSIVE path AS (
                 SELECT id, parent_id FROM business_unit WHERE id = s.unit_id
                 UNION ALL SELECT u.id, u.parent_id FROM path JOIN business_unit u ON u.id = path.parent_id
               ) SELECT id FROM path)))
      END)
  AND NOT EXISTS (
    SELECT FROM order_item i JOIN subscription b ON b.id = i.subscription_id
     WHERE i.order_id = s.order_id AND i.kind <> 'subscribe' AND t.person_id IN (b.owner_id, b.beneficiary_id))`;

/**
 * Orders in whose open stage somebody who was asked may not decide any more, since a role has ended or the subscription is
 * theirs by now, or may again, and those that could not be approved by those who are left. A role ends by its date too, so
 * only a look at the day finds them.
 */
const ABANDONED = `
  SELECT o.id FROM service_order o JOIN approval_stage s ON s.order_id = o.id AND s.state = 'open', LATERAL (
    SELECT count(*) AS seats, count(*) FILTER (WHERE said.verdict = 'approved' OR said.verdict IS NULL AND holds) AS possible,
        bool_or(said.verdict IS NULL AND holds <> (t.lost_at IS NULL)) AS changed
      FROM approval_seat t LEFT JOIN LATERAL (
        SELECT d.verdict FROM approval_decision d
         WHERE d.stage_id = t.stage_id AND d.person_id = t.person_id ORDER BY d.id DESC LIMIT 1
      ) said ON said.verdict <> 'undone', LATERAL (SELECT said.verdict IS NULL AND ${HOLDS} AS holds) now
     WHERE t.stage_id = s.id AND t.left_at IS NULL
  ) left_over
   WHERE o.state = 'awaitingApproval' AND (changed OR possible < CASE
     WHEN s.need = '"any"' THEN 1
     WHEN s.need = '"all"' THEN greatest(seats, 1)
     WHEN s.need ? 'count' THEN (s.need ->> 'count')::int
     ELSE ceil((s.need ->> 'percent')::int * seats / 100.0) END)`;

/** Finds who decides on orders after those who were asked have lost the right to. */
@Injectable()
export class ApproverSearch {
  constructor(
    private readonly database: Database,
    private readonly stages: ApprovalStages,
  ) {}

  /** Before orders are read or decided. */
  async run(act: PublicAct): Promise<void> {
    const today = await todayOf(this.database.read, act.at);
    const abandoned: { id: string }[] = await this.database.read.query(ABANDONED, [today]);
    for (const { id } of abandoned)
      await this.database.transaction(async (tx) => {
        await lockOrder(tx, id);
        const order = (await readOrder(tx, id))!;
        if (order.state === 'awaitingApproval') await this.stages.findAnew(tx, act, order);
      });
  }
}

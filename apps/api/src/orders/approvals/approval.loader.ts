import type { Substitution } from '@accord/domain';
import { In } from 'typeorm';
import { todayOf } from '../../people/today.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { standInsOf } from './known-people.js';
import { type StageRow, stagesOf } from './stage-rows.js';
import { UnitApprovalRuleEntity } from './unit-approval-rule.entity.js';

export const stagesOfOrder = defineLoader<string, StageRow[]>(async (ids, { manager }) =>
  groupedBy(ids, await stagesOf(manager, ids), ({ orderId }) => orderId),
);

/** Who stands in for a person today. */
export const standInsToday = defineLoader<string, Substitution[]>(async (ids, { manager, act }) => {
  const away = await standInsOf(manager, ids, await todayOf(manager, act.at));
  return groupedBy(ids, away, ({ personId }) => personId);
});

/** Newest first. */
export const unitRulesOf = defineLoader<string, UnitApprovalRuleEntity[]>(async (ids, { manager }) => {
  const where = { unitId: In([...ids]) };
  const rules = await manager.find(UnitApprovalRuleEntity, { where, order: { number: 'DESC' } });
  return groupedBy(ids, rules, ({ unitId }) => unitId);
});

const ASKED = `
  SELECT p.id FROM unnest($1::uuid[]) p (id)
   WHERE EXISTS (SELECT FROM approval_seat t WHERE t.person_id = p.id)
      OR EXISTS (SELECT FROM approval_seat t WHERE t.delegate_id = p.id)
      OR EXISTS (SELECT FROM approval_substitute b WHERE b.substitute_id = p.id AND b.state = 'approved' AND b.ended_at IS NULL)`;

/** Whether a person was ever asked to approve an order, or stands in for somebody. */
export const wasAsked = defineLoader<string, boolean>(async (ids, { manager }) => {
  const asked: { id: string }[] = await manager.query(ASKED, [ids]);
  return ids.map((id) => asked.some((row) => row.id === id));
});

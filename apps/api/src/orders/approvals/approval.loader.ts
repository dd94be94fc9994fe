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

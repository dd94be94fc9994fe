import { calendarDaysOf, canSeeAmounts, canSeeRewardsOf, isPaidFor } from '@accord/domain';
import { In } from 'typeorm';
import { teamById } from '../../people/team.loader.js';
import type { Act } from '../../platform/act/act.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import { rewardPlanById } from '../plans/reward-plan.loader.js';
import { paidDaysOf } from '../shares/share.loader.js';
import { RewardCalculationEntity } from './reward-calculation.entity.js';
import { RewardEntryEntity } from './reward-entry.entity.js';
import { RewardStatementEntity } from './reward-statement.entity.js';

export const calculationById = defineLoader<string, RewardCalculationEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(RewardCalculationEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Newest first. */
export const calculationsOfPlan = defineLoader<string, RewardCalculationEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardCalculationEntity, {
    where: { planId: In([...ids]) },
    order: { period: 'DESC', number: 'DESC' },
  });
  return groupedBy(ids, rows, ({ planId }) => planId);
});

/** In the order in which the shares were set. */
export const statementsOfCalculation = defineLoader<string, RewardStatementEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardStatementEntity, {
    where: { calculationId: In([...ids]) },
    order: { id: 'ASC' },
  });
  return groupedBy(ids, rows, ({ calculationId }) => calculationId);
});

/** Oldest first. */
export const entriesOfStatement = defineLoader<string, RewardEntryEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardEntryEntity, { where: { statementId: In([...ids]) }, order: { id: 'ASC' } });
  return groupedBy(ids, rows, ({ statementId }) => statementId);
});

/** Ids of the frozen results that a calculation read, oldest first; all of a measure's stand together. */
export const usedResults = defineLoader<string, { measureId: string; resultId: string }[]>(async (ids, { manager }) => {
  const rows: { calculationId: string; measureId: string; resultId: string }[] = await manager.query(
    `SELECT u.calculation_id AS "calculationId", u.measure_id AS "measureId", u.result_id AS "resultId"
       FROM reward_calculation_result u
       JOIN reward_measure m ON m.id = u.measure_id JOIN period_result r ON r.id = u.result_id
       WHERE u.calculation_id = ANY ($1::uuid[]) ORDER BY m.position, r.from_at`,
    [ids],
  );
  return groupedBy(ids, rows, ({ calculationId }) => calculationId);
});

/** The team of a plan. */
export async function teamOfPlan(loaders: Loaders, planId: string) {
  const plan = await loaders.load(rewardPlanById, planId);
  return (await loaders.load(teamById, plan!.teamId))!;
}

/** Whether the viewer sees what each member earns. */
export async function seesAmounts(loaders: Loaders, { viewer }: Act, planId: string): Promise<boolean> {
  return canSeeAmounts(viewer, await teamOfPlan(loaders, planId));
}

/** Whether the viewer sees the calculation: who it may have paid, once it is released; auditors always. */
export async function seesCalculation(
  loaders: Loaders,
  { viewer }: Act,
  { planId, state, period }: RewardCalculationEntity,
): Promise<boolean> {
  const team = await teamOfPlan(loaders, planId);
  if (canSeeRewardsOf(viewer, team, false)) return true;
  if (state !== 'released') return false;
  const shares = (await loaders.load(paidDaysOf, viewer.personId)).filter(({ teamId }) => teamId === team.id);
  return isPaidFor(viewer.personId, [{ shares }], calendarDaysOf(period));
}

import { covers, rewardReach } from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { RewardMeasureEntity } from './reward-measure.entity.js';
import { RewardPlanVersionEntity } from './reward-plan-version.entity.js';
import { RewardPlanEntity } from './reward-plan.entity.js';

/** Plans that the viewer came to by something that they may see. */
export const rewardPlanById = defineLoader<string, RewardPlanEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(RewardPlanEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** By name. */
export const rewardPlansOfTeam = defineLoader<string, RewardPlanEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardPlanEntity, {
    where: { teamId: In([...ids]) },
    order: { name: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, rows, ({ teamId }) => teamId);
});

/** Newest first. */
export const versionsOfPlan = defineLoader<string, RewardPlanVersionEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardPlanVersionEntity, {
    where: { planId: In([...ids]) },
    order: { number: 'DESC' },
  });
  return groupedBy(ids, rows, ({ planId }) => planId);
});

export const rewardVersionById = defineLoader<string, RewardPlanVersionEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(RewardPlanVersionEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** In their order. */
export const measuresOfVersion = defineLoader<string, RewardMeasureEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardMeasureEntity, {
    where: { versionId: In([...ids]) },
    order: { position: 'ASC' },
  });
  return groupedBy(ids, rows, ({ versionId }) => versionId);
});

/** Plans whose outcomes the viewer may see, by name; also those of teams in which they have, had or will have a share. */
export async function visiblePlans(manager: EntityManager, { viewer }: Act): Promise<RewardPlanEntity[]> {
  const { teams, units } = rewardReach(viewer);
  const rows: { id: string; teamId: string; unitId: string | null; isPayee: boolean }[] = await manager.query(
    `SELECT p.id, p.team_id AS "teamId", t.unit_id AS "unitId",
       EXISTS (SELECT FROM reward_share s WHERE s.team_id = t.id AND s.person_id = $1 AND s.withdrawn_at IS NULL) AS "isPayee"
     FROM reward_plan p JOIN team t ON t.id = p.team_id`,
    [viewer.personId],
  );
  const seen = rows.filter(({ teamId, unitId, isPayee }) => isPayee || teams.includes(teamId) || covers(units, unitId));
  return manager
    .createQueryBuilder(RewardPlanEntity, 'plan')
    .where('plan.id = ANY(:ids)', { ids: seen.map(({ id }) => id) })
    .orderBy('plan.name COLLATE "und-x-icu"')
    .addOrderBy('plan.id')
    .getMany();
}

import { canSeeRewardsOf, periodName, type CalculationState, type Viewer } from '@accord/domain';
import { groupedBy } from '../../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../../platform/graphql/loaders.js';
import { TOLD, type UseRow, useOf } from './use-row.js';
import type { ResultUse } from './result-use.type.js';

interface StatementUse extends UseRow {
  calculationId: string;
  state: CalculationState;
  isAdjustment: boolean;
  plan: string;
  slug: string;
  teamId: string;
  unitId: string | null;
  /** The viewer's own statement. */
  statementId: string | null;
}

/** What a result paid: one's own statement once it is released, or the calculation for who sees those of the team. */
export const statementUses = defineLoader<string, ResultUse[]>(async (ids, { manager, act }) => {
  const viewer = act.viewer!;
  const rows: StatementUse[] = await manager.query(
    `${TOLD} SELECT told."of", told.revision, told.outdated, k.period, k.id AS "calculationId", k.state,
       k.reason IS NOT NULL AS "isAdjustment", n.name AS plan, n.slug, t.id AS "teamId", t.unit_id AS "unitId",
       s.id AS "statementId"
     FROM told
     JOIN reward_calculation_result u ON u.result_id = told.id
     JOIN reward_calculation k ON k.id = u.calculation_id AND k.state <> 'refused'
     JOIN reward_plan n ON n.id = k.plan_id
     JOIN team t ON t.id = n.team_id
     LEFT JOIN reward_statement s ON s.calculation_id = k.id AND s.person_id = $2 AND k.state = 'released'
     ORDER BY n.name, k.period, k.number`,
    [ids, viewer.personId],
  );
  const known = rows.filter((row) => row.statementId !== null || seesCalculation(viewer, row));
  return groupedBy(ids, known, ({ of }) => of).map((group) => group.map(shown));
});

const seesCalculation = (viewer: Viewer, { teamId: id, unitId }: StatementUse): boolean =>
  canSeeRewardsOf(viewer, { id, unitId }, false);

function shown(row: StatementUse): ResultUse {
  const { statementId, calculationId, slug, plan, period, isAdjustment } = row;
  const what = statementId === null ? `Rewards by ${plan}` : `Your statement of ${plan}`;
  const label = `${what}, ${periodName(period)}${isAdjustment ? ', adjustment' : ''}`;
  const path = statementId === null ? `/rewards/${slug}?calculation=${calculationId}` : `/statement/${statementId}`;
  return useOf(row, { kind: 'statement', label, path });
}

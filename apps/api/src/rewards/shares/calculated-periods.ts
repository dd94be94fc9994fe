import type { CalculatedPeriod } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** Periods of the team whose calculation stands, and those of which the last one was refused, with who did. */
export function calculatedPeriods(tx: EntityManager, teamId: string): Promise<CalculatedPeriod[]> {
  return tx.query(
    `SELECT DISTINCT ON (c.plan_id, c.period) c.period, CASE WHEN c.state = 'refused' THEN c.decided_by_id END AS "refusedById"
     FROM reward_calculation c JOIN reward_plan p ON p.id = c.plan_id WHERE p.team_id = $1
     ORDER BY c.plan_id, c.period, c.state = 'refused', c.number DESC`,
    [teamId],
  );
}

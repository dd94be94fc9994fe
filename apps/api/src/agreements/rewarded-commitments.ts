import type { RewardReach } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';
import { heldTo } from '../rewards/shares/held-to.js';

const MEASURED = `reward_measure m
  JOIN reward_plan_version mv ON mv.id = m.version_id
  JOIN reward_plan mp ON mp.id = mv.plan_id
  JOIN team mt ON mt.id = mp.team_id`;

/**
 * Teams whose approved plans measure a commitment, with the shares in them, also those that were put away: an SQL
 * expression.
 *
 * @param ids Commitments.
 */
export const paidTeamsBy = (ids: string): string => `coalesce((
    SELECT json_agg(json_build_object('id', paid.id, 'unitId', paid.unit_id, 'shares', coalesce((
      SELECT json_agg(json_build_object('personId', sh.person_id, 'from', sh.from_date, 'to', ${heldTo('sh')}))
      FROM reward_share sh WHERE sh.team_id = paid.id), '[]')))
    FROM team paid WHERE paid.id IN (
      SELECT mt.id FROM ${MEASURED} WHERE m.commitment_id IN (${ids}) AND mv.state = 'approved')
  ), '[]')`;

/** Ids of the commitments that plans in reach measure; plans that are only proposed count where one merely names them. */
export function rewardedCommitments(
  { teams, units, personId }: RewardReach & { readonly personId: string },
  parameters: Parameters,
  { proposedToo = false } = {},
): string {
  const inUnit = units === 'all' ? 'true' : `mt.unit_id = ANY (${parameters.add(units)}::uuid[])`;
  return `SELECT m.commitment_id FROM ${MEASURED}
    WHERE ${proposedToo ? 'true' : `mv.state = 'approved'`} AND (${inUnit}
      OR mt.id = ANY (${parameters.add(teams)}::uuid[])
      OR mt.id IN (SELECT sh.team_id FROM reward_share sh WHERE sh.withdrawn_at IS NULL AND sh.person_id = ${parameters.add(personId)}::uuid))`;
}

/** Ids of the commitments by which somebody was or is paid, however short. @param personId An SQL expression. */
export const everPaying = (personId: string): string => `SELECT m.commitment_id FROM ${MEASURED}
  WHERE mv.state = 'approved' AND mt.id IN (SELECT sh.team_id FROM reward_share sh WHERE sh.person_id = ${personId})`;

/**
 * Ids of the commitments by which somebody is paid for some days: as `isPaidFor`, any day of their quarters counts.
 *
 * @param personId, first, last SQL expressions.
 */
export const payingIn = (
  personId: string,
  first: string,
  last: string,
): string => `SELECT m.commitment_id FROM ${MEASURED}
  JOIN reward_share sh ON sh.team_id = mt.id
  WHERE mv.state = 'approved' AND sh.person_id = ${personId}
    AND sh.from_date < date_trunc('quarter', ${last}) + interval '3 months'
    AND coalesce(${heldTo('sh')}, 'infinity') >= date_trunc('quarter', ${first})`;

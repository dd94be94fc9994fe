import { In, type EntityManager } from 'typeorm';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { TeamMembershipEntity } from './team-membership.entity.js';
import { TeamEntity } from './team.entity.js';
import { todayOf } from './today.js';

export const teamById = defineLoader<string, TeamEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(TeamEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Past and coming members too, in the order in which they came. */
export const membershipsOfTeam = defineLoader<string, TeamMembershipEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(TeamMembershipEntity, {
    where: { teamId: In([...ids]) },
    order: { fromDate: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, rows, ({ teamId }) => teamId);
});

/** Teams that the person would leave: they are in it, or have a share in it, beyond the day. */
export async function teamsLeftBy(tx: EntityManager, personId: string, day: string): Promise<string[]> {
  return (await teamsLeft(tx, [personId], day)).map(({ teamId }) => teamId);
}

/** The same, for fields: beyond today. */
export const teamsLeftByPerson = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const rows = await teamsLeft(manager, ids, await todayOf(manager, act.at));
  return groupedBy(ids, rows, ({ personId }) => personId).map((left) => left.map(({ teamId }) => teamId));
});

const teamsLeft = (
  tx: EntityManager,
  ids: readonly string[],
  day: string,
): Promise<{ personId: string; teamId: string }[]> =>
  tx.query(
    `SELECT person_id AS "personId", team_id AS "teamId" FROM team_membership
     WHERE person_id = ANY ($1::uuid[]) AND coalesce(to_date > $2::date, true)
     UNION SELECT person_id, team_id FROM reward_share
     WHERE person_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL AND coalesce(to_date > $2::date, true)`,
    [ids, day],
  );

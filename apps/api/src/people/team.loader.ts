import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { TeamMembershipEntity } from './team-membership.entity.js';
import { TeamEntity } from './team.entity.js';

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

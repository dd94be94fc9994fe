import { In } from 'typeorm';
import { ServiceManagementEntity } from '../catalog/management/service-management.entity.js';
import { groupedBy } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';

/** All of a team, newest first. */
export const managementsOfTeam = defineLoader<string, ServiceManagementEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(ServiceManagementEntity, {
    where: { teamId: In([...ids]) },
    order: { fromDate: 'DESC', id: 'DESC' },
  });
  return groupedBy(ids, rows, ({ teamId }) => teamId);
});

import type { ServiceManagementEntity } from '../catalog/management/service-management.entity.js';
import { visibleServices } from '../catalog/services/visible-services.js';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';

/** Of a team, those of the services that the viewer sees; newest first. */
export const managementsOfTeam = defineLoader<string, ServiceManagementEntity[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: ServiceManagementEntity[] = await manager.query(
    `SELECT m.id, m.service_id AS "serviceId", m.team_id AS "teamId", m.from_date::text AS "fromDate", m.to_date::text AS "toDate"
       FROM service_management m JOIN service s ON s.id = m.service_id
      WHERE m.team_id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleServices(act.viewer!, parameters)}
      ORDER BY m.from_date DESC, m.id DESC`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ teamId }) => teamId);
});

import { In } from 'typeorm';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import { ServiceManagementEntity } from './service-management.entity.js';

/** All of a service, newest first. */
export const managementsOfService = defineLoader<string, ServiceManagementEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(ServiceManagementEntity, {
    where: { serviceId: In([...ids]) },
    order: { fromDate: 'DESC' },
  });
  return groupedBy(ids, rows, ({ serviceId }) => serviceId);
});

/** The team that manages a service today; null when none does. */
export async function teamToday(loaders: Loaders, serviceId: string): Promise<string | null> {
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  const managements = await loaders.load(managementsOfService, serviceId);
  const current = managements.find(({ fromDate, toDate }) => fromDate <= today && (toDate === null || today <= toDate));
  return current?.teamId ?? null;
}

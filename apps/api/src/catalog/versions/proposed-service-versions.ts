import { canChangeService, mayPublishVersion } from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import { countAdministratorsEver } from '../../people/administrators.js';
import type { Act } from '../../platform/act/act.js';
import { ServiceEntity } from '../services/service.entity.js';
import { ServiceVersionEntity } from './service-version.entity.js';

/** Versions that wait for the viewer, oldest first. */
export async function proposedServiceVersions(
  manager: EntityManager,
  { viewer, at }: Act,
): Promise<ServiceVersionEntity[]> {
  const order = { proposedAt: 'ASC', id: 'ASC' } as const;
  const versions = await manager.find(ServiceVersionEntity, { where: { state: 'proposed' }, order });
  const services = await manager.findBy(ServiceEntity, { id: In(versions.map(({ serviceId }) => serviceId)) });
  const administratorsEver = await countAdministratorsEver(manager, at);
  const theirs = new Set(services.filter((service) => canChangeService(viewer, service)).map(({ id }) => id));
  return versions.filter(
    (version) => theirs.has(version.serviceId) && mayPublishVersion(version, viewer, administratorsEver),
  );
}

import { canSeeService, type Viewer } from '@accord/domain';
import { overrideColumns, scoreColumns } from './service-columns.js';
import type { ServiceEntity } from './service.entity.js';

/**
 * A service that a viewer met on the way, such as the one a commitment is about.
 * Whoever may not see it in the catalog learns its name, and nothing else of it.
 */
export function asSeenBy(viewer: Viewer, service: ServiceEntity): ServiceEntity {
  if (canSeeService(viewer, service)) return service;
  return {
    ...service,
    ...scoreColumns(null),
    ...overrideColumns(null),
    outcome: '',
    description: '',
    synonyms: [],
    ownerId: null,
    unitId: null,
    providerId: null,
  };
}

import { canSeeService, DomainError, type Viewer } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { ServiceEntity } from './service.entity.js';

/**
 * A service that is about to change, locked until the transaction ends.
 *
 * @throws {DomainError} `NOT_FOUND` when there is none, or none that the viewer may see.
 */
export async function lockedService(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  field = 'id',
): Promise<ServiceEntity> {
  // Rows that name the service may still be written meanwhile: its key never changes.
  const lock = { mode: 'for_no_key_update' } as const;
  const service = isUUID(id) ? await tx.findOne(ServiceEntity, { where: { id }, lock }) : null;
  if (service && canSeeService(viewer, service)) return service;
  throw new DomainError('NOT_FOUND', 'There is no such service.', [field]);
}

import { assertCanChangeService, DomainError } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { lockedService } from '../services/locked-service.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { ServiceVersionEntity } from './service-version.entity.js';

/** A version that an act may change, with its service, which is locked until the transaction ends. */
export interface VersionToChange {
  service: ServiceEntity;
  version: ServiceVersionEntity;
}

/** @throws {DomainError} `NOT_FOUND` or `FORBIDDEN` */
export async function serviceToChange(tx: EntityManager, act: Act, id: string, field?: string): Promise<ServiceEntity> {
  const service = await lockedService(tx, act.viewer, id, field);
  assertCanChangeService(act.viewer, service);
  return service;
}

/** @throws {DomainError} `NOT_FOUND` or `FORBIDDEN` */
export async function versionToChange(tx: EntityManager, act: Act, id: string): Promise<VersionToChange> {
  const unknown = new DomainError('NOT_FOUND', 'There is no such version.', ['id']);
  const found = isUUID(id) ? await tx.findOneBy(ServiceVersionEntity, { id }) : null;
  if (!found) throw unknown;
  const service = await serviceToChange(tx, act, found.serviceId).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'NOT_FOUND' ? unknown : error;
  });
  // Read again under the lock: somebody may have decided in the meantime.
  return { service, version: await tx.findOneByOrFail(ServiceVersionEntity, { id }) };
}

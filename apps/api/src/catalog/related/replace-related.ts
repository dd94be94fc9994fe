import { DomainError, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { visibleServices } from '../services/visible-services.js';
import { RelatedServiceEntity } from './related-service.entity.js';

/** Ids of the services to which a service points. */
export async function relatedIdsOf(tx: EntityManager, serviceId: string): Promise<string[]> {
  const rows = await tx.find(RelatedServiceEntity, { where: { serviceId }, order: { relatedId: 'ASC' } });
  return rows.map(({ relatedId }) => relatedId);
}

/**
 * Lets a service point to exactly these. Those that the viewer does not see stay: one cannot remove what one is not shown.
 *
 * @throws {DomainError} `UNKNOWN_SERVICE` for one that the viewer does not see, or the service itself.
 */
export async function replaceRelated(
  tx: EntityManager,
  viewer: Viewer,
  { id: serviceId }: ServiceEntity,
  wanted: readonly string[],
): Promise<void> {
  const before = await relatedIdsOf(tx, serviceId);
  const parameters = new Parameters();
  const rows: { id: string }[] = await tx.query(
    `SELECT s.id FROM service s
      WHERE s.id = ANY (${parameters.add([...before, ...wanted])}::uuid[]) AND ${visibleServices(viewer, parameters)}`,
    parameters.values,
  );
  const visible = new Set(rows.map(({ id }) => id));
  if (wanted.some((id) => !visible.has(id) || id === serviceId))
    throw new DomainError('UNKNOWN_SERVICE', 'One of the related services does not exist, or is the service itself.', [
      'relatedServiceIds',
    ]);
  await writeRelated(tx, serviceId, [...new Set([...wanted, ...before.filter((id) => !visible.has(id))])]);
}

/** Lets a service point to exactly these. */
export async function writeRelated(tx: EntityManager, serviceId: string, after: readonly string[]): Promise<void> {
  await tx.delete(RelatedServiceEntity, { serviceId });
  await tx.insert(
    RelatedServiceEntity,
    after.map((relatedId) => ({ serviceId, relatedId })),
  );
}

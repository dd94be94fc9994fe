import { DomainError, type MeasuredService } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { servicePlacesOf } from './judged-commitments.js';

/**
 * One writer of a service's measurements at a time, so that two cannot both find the time free.
 *
 * @throws {DomainError} When there is no such service.
 */
export async function lockService(tx: EntityManager, serviceId: string): Promise<MeasuredService> {
  if (isUUID(serviceId)) await tx.query('SELECT FROM service WHERE id = $1 FOR NO KEY UPDATE', [serviceId]);
  const [place] = isUUID(serviceId) ? await servicePlacesOf(tx, [serviceId]) : [];
  if (!place) throw new DomainError('NOT_FOUND', 'There is no such service.', ['serviceId']);
  return place;
}

import { canSeeReviewsOf, DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { locked } from '../people/locked.js';
import type { Act } from '../platform/act/act.js';
import { ReviewEntity } from './review.entity.js';

/**
 * A review that is about to change, locked until the transaction ends.
 *
 * @throws {DomainError} `NOT_FOUND` when there is none, or none that the viewer may know of.
 */
export async function lockedReview(
  tx: EntityManager,
  { viewer }: Act,
  id: string,
  field = 'id',
): Promise<ReviewEntity> {
  const review = await locked(tx, ReviewEntity, id, 'review', field);
  if (canSeeReviewsOf(viewer, review.providerId)) return review;
  throw new DomainError('NOT_FOUND', 'There is no such review.', [field]);
}

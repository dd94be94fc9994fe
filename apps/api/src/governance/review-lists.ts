import { canSeeReviewsOf, reviewReach, type ReviewState } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import { readPage } from '../performance/read-page.js';
import { reachedReviews, REVIEWS } from './review-rows.js';
import { ReviewEntity } from './review.entity.js';

export interface ReviewsAsked {
  state: ReviewState | null;
  providerId: string | null;
  /** Days on which the reviews are planned, both inclusive. */
  from: string | null;
  to: string | null;
  first: number;
  after: string | null;
}

/** Reviews, the latest planned first. */
@Injectable()
export class ReviewLists {
  constructor(private readonly database: Database) {}

  page({ viewer }: Act, { state, providerId, from, to, first, after }: ReviewsAsked) {
    const parameters = new Parameters();
    const { inside, own } = reachedReviews(reviewReach(viewer), parameters);
    const conditions = [
      `(${inside} OR ${own})`,
      ...(state ? [`w.state = ${parameters.add(state)}`] : []),
      ...(providerId ? [parameters.is('w.provider_id', providerId)] : []),
      ...(from ? [`w.planned_on >= ${parameters.add(from)}::date`] : []),
      ...(to ? [`w.planned_on <= ${parameters.add(to)}::date`] : []),
    ];
    return readPage<ReviewEntity>(this.database.read, parameters, {
      select: `${REVIEWS} WHERE ${conditions.join(' AND ')}`,
      sortedBy: { plannedAt: `w.planned_on::timestamp AT TIME ZONE 'UTC'`, id: 'w.id' },
      first,
      after,
    });
  }

  /** null when there is none, or none that the viewer may know of. */
  async one({ viewer }: Act, id: string): Promise<ReviewEntity | null> {
    const review = isUUID(id) ? await this.database.read.findOneBy(ReviewEntity, { id }) : null;
    return review && canSeeReviewsOf(viewer, review.providerId) ? review : null;
  }
}

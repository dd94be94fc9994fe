import type { ReviewReach } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';

/** Columns of `review w`; start a query with them. */
export const REVIEWS = `
  SELECT w.id, w.provider_id AS "providerId", w.period, w.planned_on::text AS "plannedOn", w.state,
    w.state_since AS "stateSince", w.chair_id AS "chairId", w.comment, w.commented_by_id AS "commentedById",
    w.commented_at AS "commentedAt", w.commented_pack AS "commentedPack", w.minutes, w.closed_at AS "closedAt", w.closed_by_id AS "closedById", w.cancel_reason AS "cancelReason", w.version,
    w.planned_on::timestamp AT TIME ZONE 'UTC' AS "plannedAt"
  FROM review w`;

/** Whose reviews somebody reads: conditions on `review w`. */
export interface ReachedReviews {
  /** Read whole. */
  inside: string;
  /** Of a provider that they speak for. */
  own: string;
}

export function reachedReviews({ inside, own }: ReviewReach, parameters: Parameters): ReachedReviews {
  const among = (ids: readonly string[]) => `w.provider_id = ANY (${parameters.add(ids)}::uuid[])`;
  const isOwn = own.length > 0 ? among(own) : 'false';
  const isInside = inside === 'all' ? 'true' : inside.length > 0 ? among(inside) : 'false';
  return { inside: `(${isInside} AND NOT ${isOwn})`, own: isOwn };
}

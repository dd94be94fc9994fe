import { canSeeReviewsOf, readsReviews, type PackContent, type PackEdition } from '@accord/domain';
import { In } from 'typeorm';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { visibleActions } from './action-lists.js';
import { ACTIONS, type ActionRow } from './action-rows.js';
import { PackEntity } from './pack.entity.js';
import { ReviewDecisionEntity } from './review-decision.entity.js';
import { ReviewEntity } from './review.entity.js';

/** null for a review that the viewer may not know of. */
export const reviewById = defineLoader<string, ReviewEntity | null>(async (ids, { manager, act }) => {
  const reviews = await manager.findBy(ReviewEntity, { id: In([...ids]) });
  const known = reviews.filter(({ providerId }) => canSeeReviewsOf(act.viewer!, providerId));
  return inOrderOf(ids, known, ({ id }) => id);
});

/** Latest planned first, for who may know of them. */
export const reviewsOfProvider = defineLoader<string, ReviewEntity[]>(async (ids, { manager, act }) => {
  const known = ids.filter((id) => canSeeReviewsOf(act.viewer!, id));
  const order = { plannedOn: 'DESC', id: 'DESC' } as const;
  const reviews = known.length > 0 ? await manager.find(ReviewEntity, { where: { providerId: In(known) }, order }) : [];
  return groupedBy(ids, reviews, ({ providerId }) => providerId);
});

export interface PackRow
  extends PackContent, Pick<PackEntity, 'id' | 'number' | 'hash' | 'text' | 'frozenById' | 'frozenAt'> {}

/** The packs of a review that the viewer reads, newest first: both editions, or for its provider the provider's. */
export const packsOfReview = defineLoader<string, PackRow[]>(async (ids, { manager, act }) => {
  const rows: (PackEntity & { providerId: string })[] = await manager.query(
    `SELECT p.id, p.review_id AS "reviewId", p.number, p.edition, p.hash, p.text, p.frozen_by_id AS "frozenById",
       p.frozen_at AS "frozenAt", w.provider_id AS "providerId"
     FROM review_pack p JOIN review w ON w.id = p.review_id
     WHERE p.review_id = ANY($1::uuid[]) ORDER BY p.number DESC, p.edition`,
    [ids],
  );
  const maySee = ({ providerId, edition }: { providerId: string; edition: PackEdition }) =>
    edition === 'provider' ? canSeeReviewsOf(act.viewer!, providerId) : readsReviews(act.viewer!, providerId);
  const readable = rows.filter(maySee);
  return groupedBy(ids, readable, ({ reviewId }) => reviewId).map((packs) => packs.map(packRow));
});

function packRow({ id, number, hash, text, frozenById, frozenAt }: PackEntity): PackRow {
  return { ...(JSON.parse(text) as PackContent), id, number, hash, text, frozenById, frozenAt };
}

/** Oldest first; of reviews that the viewer reads whole. */
export const decisionsOfReview = defineLoader<string, ReviewDecisionEntity[]>(async (ids, { manager }) => {
  const where = { reviewId: In([...ids]) };
  const decisions = await manager.find(ReviewDecisionEntity, { where, order: { id: 'ASC' } });
  return groupedBy(ids, decisions, ({ reviewId }) => reviewId);
});

/** As far as the viewer may know of them, first due first. */
export const actionsOfReview = defineLoader<string, ActionRow[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible = visibleActions(act.viewer!, parameters);
  const rows: ActionRow[] = await manager.query(
    `${ACTIONS} WHERE ${visible} AND w.id = ANY(${parameters.add(ids)}::uuid[]) ORDER BY t.due, t.id`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ reviewId }) => reviewId);
});

/** As far as the viewer may know of them, first due first. */
export const actionsOfProvider = defineLoader<string, ActionRow[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible = visibleActions(act.viewer!, parameters);
  const rows: ActionRow[] = await manager.query(
    `${ACTIONS} WHERE ${visible} AND w.provider_id = ANY(${parameters.add(ids)}::uuid[]) ORDER BY t.due, t.id`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ providerId }) => providerId);
});

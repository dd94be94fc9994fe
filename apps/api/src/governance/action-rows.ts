import type { ActionEntity } from './action.entity.js';

/** An action, and the provider whose review it is from. */
export type ActionRow = Omit<ActionEntity, 'addedById'> & { providerId: string };

/** Columns of `review_action t` and its `review w`; start a query with them. */
export const ACTIONS = `
  SELECT t.id, t.review_id AS "reviewId", w.provider_id AS "providerId", t.what, t.owner_id AS "ownerId", t.due::text,
    t.added_at AS "addedAt", t.done_at AS "doneAt", t.done_by_id AS "doneById", t.outcome
  FROM review_action t JOIN review w ON w.id = t.review_id`;

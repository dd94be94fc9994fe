import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** By person: what opens first of which page, as long as they may still find the view. */
export const defaultViewsOf = defineLoader<string, { path: string; search: string }[]>(async (ids, { manager }) => {
  const rows: { personId: string; path: string; search: string }[] = await manager.query(
    `SELECT d.person_id AS "personId", d.path, v.search FROM default_view d JOIN saved_view v ON v.id = d.view_id JOIN person o ON o.id = v.owner_id
     WHERE d.person_id = ANY ($1::uuid[]) AND v.ended_at IS NULL AND (v.shared AND o.ended_at IS NULL OR v.owner_id = d.person_id)
     ORDER BY d.path`,
    [ids],
  );
  return groupedBy(ids, rows, ({ personId }) => personId);
});

/** Whether a view is what the viewer sees first of its page. */
export const isDefaultView = defineLoader<string, boolean>(async (ids, { manager, act: { viewer } }) => {
  const rows: { viewId: string }[] = await manager.query(
    `SELECT view_id AS "viewId" FROM default_view WHERE person_id = $1 AND view_id = ANY ($2::uuid[])`,
    [viewer!.personId, ids],
  );
  const chosen = new Set(rows.map(({ viewId }) => viewId));
  return ids.map((id) => chosen.has(id));
});

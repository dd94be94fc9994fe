import { canSeeReviewsOf, periodName } from '@accord/domain';
import { groupedBy } from '../../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../../platform/graphql/loaders.js';
import { TOLD, type UseRow, useOf } from './use-row.js';
import type { ResultUse } from './result-use.type.js';

interface PackUse extends UseRow {
  reviewId: string;
  providerId: string;
  name: string;
}

/** Reviews whose newest pack holds a result; the internal edition holds all of the provider's. */
export const packUses = defineLoader<string, ResultUse[]>(async (ids, { manager, act }) => {
  const rows: PackUse[] = await manager.query(
    `${TOLD} SELECT told."of", told.revision, told.outdated, w.period, w.id AS "reviewId", w.provider_id AS "providerId", p.name
     FROM told
     JOIN review_pack_result u ON u.result_id = told.id
     JOIN review_pack k ON k.id = u.pack_id AND k.edition = 'internal'
     JOIN review w ON w.id = k.review_id
     JOIN provider p ON p.id = w.provider_id
     WHERE k.number = (SELECT max(o.number) FROM review_pack o WHERE o.review_id = w.id)
     ORDER BY w.planned_on, w.id, told.revision`,
    [ids],
  );
  const known = rows.filter(({ providerId }) => canSeeReviewsOf(act.viewer!, providerId));
  return groupedBy(ids, known, ({ of }) => of).map((group) => group.map(shown));
});

function shown(row: PackUse): ResultUse {
  const label = `Review of ${row.name}, ${periodName(row.period)}`;
  return useOf(row, { kind: 'pack', label, path: `/reviews/${row.reviewId}` });
}

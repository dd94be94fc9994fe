import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

export interface AnnotationRow {
  id: string;
  from: Date;
  to: Date | null;
  words: string;
  writtenById: string;
  writtenAt: Date;
  endedAt: Date | null;
  endedById: string | null;
}

/** Keys are ids of results: of each what was written on its time. */
export const annotationsOfResult = defineLoader<string, AnnotationRow[]>(async (ids, { manager }) => {
  const rows: (AnnotationRow & { resultId: string })[] = await manager.query(ANNOTATIONS, [ids]);
  return groupedBy(ids, rows, ({ resultId }) => resultId);
});

/** An instant belongs to the period that begins with it. */
const ANNOTATIONS = `
  SELECT r.id AS "resultId", n.id, n.from_at AS "from", n.to_at AS "to", n.words, n.written_by_id AS "writtenById",
    n.written_at AS "writtenAt", n.ended_at AS "endedAt", n.ended_by_id AS "endedById"
  FROM period_result r JOIN annotation n ON n.commitment_id = r.commitment_id AND n.from_at < r.to_at
    AND CASE WHEN n.to_at IS NULL THEN n.from_at >= r.from_at ELSE n.to_at > r.from_at END
  WHERE r.id = ANY ($1::uuid[]) ORDER BY n.from_at, n.id`;

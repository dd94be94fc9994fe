import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

export interface OutageCorrectionRow {
  id: string;
  resultId: string;
  cause: string;
  from: Date;
  to: Date;
  reason: string;
  correctedById: string;
  correctedAt: Date;
}

/** Those that were known when the result was judged; of results that are not judged by outages there are none. */
export const correctionsOfResult = defineLoader<string, OutageCorrectionRow[]>(async (ids, { manager }) => {
  const rows: OutageCorrectionRow[] = await manager.query(
    `SELECT k.id, r.id AS "resultId", o.cause, k.from_at AS "from", k.to_at AS "to", k.reason,
       k.corrected_by_id AS "correctedById", k.corrected_at AS "correctedAt"
     FROM period_result r
     JOIN commitment c ON c.id = r.commitment_id
     JOIN commitment_terms t ON t.id = r.terms_id AND t.indicator ->> 'source' = 'outages'
     JOIN outage_correction k ON k.service_id = c.service_id AND k.from_at < r.to_at AND k.to_at > r.from_at
       AND k.corrected_at <= r.evaluated_at
     JOIN outage o ON o.id = k.outage_id
     WHERE r.id = ANY($1::uuid[]) ORDER BY k.from_at, k.id`,
    [ids],
  );
  return groupedBy(ids, rows, ({ resultId }) => resultId);
});

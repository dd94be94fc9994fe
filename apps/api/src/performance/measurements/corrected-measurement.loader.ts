import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { measurementIdOf } from '../ledger/measurement-sql.js';
import type { CorrectedMeasurement } from './corrected-measurement.type.js';

export interface CorrectedMeasurementRow extends CorrectedMeasurement {
  resultId: string;
  correctedById: string;
  totalCount: number;
}

/** Keys are ids of results; of what is judged by neither counts, values nor probes there are none. */
export const correctedMeasurementsOf = defineLoader<string, CorrectedMeasurementRow[]>(async (ids, { manager }) => {
  const rows: CorrectedMeasurementRow[] = await manager.query(CORRECTED, [ids]);
  return groupedBy(ids, rows, ({ resultId }) => resultId);
});

/** Those that were known when the result was judged. What people count has its reason in the audit. */
const CORRECTED = `
  SELECT * FROM (
    SELECT r.id AS "resultId", ${measurementIdOf('m')} AS id, s.name AS series, m.observed_at AS "from", m.to_at AS "to",
      old.good AS "goodBefore", old.total AS "totalBefore", m.good, m.total, old.up AS "upBefore", m.up,
      coalesce(b.reason, (SELECT a.reason FROM audit_entry a
        WHERE a.subject_type = 'countInterval' AND a.subject_id = ${measurementIdOf('m')}::text
          AND a.action = 'counts.replaced' LIMIT 1)) AS reason,
      b.brought_by_id AS "correctedById", b.arrived_at AS "correctedAt",
      (count(*) OVER (PARTITION BY r.id))::int AS "totalCount",
      row_number() OVER (PARTITION BY r.id ORDER BY b.arrived_at DESC, m.observed_at DESC, m.series_id, m.revision DESC) AS place
    FROM period_result r
    JOIN commitment c ON c.id = r.commitment_id
    JOIN commitment_terms t ON t.id = r.terms_id
    JOIN series s ON s.service_id = c.service_id AND CASE t.indicator ->> 'kind'
      WHEN 'goodOfTotal' THEN s.kind = 'counts' AND s.name = t.indicator ->> 'series'
      WHEN 'percentile' THEN s.kind = 'values' AND s.name = t.indicator ->> 'series'
      ELSE s.kind = 'probes' AND t.indicator ->> 'source' = 'probes' END
    JOIN measurement m ON m.series_id = s.id AND m.revision > 0 AND m.observed_at < r.to_at
      AND coalesce(m.to_at > r.from_at, m.observed_at >= r.from_at)
    JOIN measurement old ON old.series_id = m.series_id AND old.observed_at = m.observed_at AND old.revision = m.revision - 1
    JOIN batch b ON b.id = m.batch_id AND b.arrived_at <= r.evaluated_at
    WHERE r.id = ANY($1::uuid[])
  ) corrected WHERE place <= 10 ORDER BY "resultId", place`;

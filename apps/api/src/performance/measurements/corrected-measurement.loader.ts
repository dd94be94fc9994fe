import { SMALLEST_GROUP } from '@accord/domain';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { measurementIdOf } from '../ledger/measurement-sql.js';
import { JUDGED_SERIES } from './judged-series.js';
import type { CorrectedMeasurement } from './corrected-measurement.type.js';

export interface CorrectedMeasurementRow extends CorrectedMeasurement {
  key: string;
  correctedById: string;
  /** Of all of them, those on later pages too. */
  totalCount: number;
  firstAt: Date;
  lastAt: Date;
}

/** The newest first; keys are made by `correctedKey`. Of what is judged by outages or tickets there are none. */
export const correctedMeasurementsOf = defineLoader<string, CorrectedMeasurementRow[]>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as { resultId: string; size: number });
  const rows: CorrectedMeasurementRow[] = await manager.query(CORRECTED, [
    keys,
    asked.map(({ resultId }) => resultId),
    asked.map(({ size }) => size),
  ]);
  return groupedBy(keys, rows, ({ key }) => key);
});

export const correctedKey = (resultId: string, size = 10): string => JSON.stringify({ resultId, size });

/** What people count has its reason in the audit. */
const MEASURED = `
  SELECT r.id AS result_id, ${measurementIdOf('m')} AS id, s.kind, s.name AS series, m.observed_at AS "from",
    m.to_at AS "to", 1 AS measurements, old.good AS "goodBefore", old.total AS "totalBefore", m.good, m.total,
    old.up AS "upBefore", m.up,
    coalesce(b.reason, (SELECT a.reason FROM audit_entry a
      WHERE a.subject_type = 'countInterval' AND a.subject_id = ${measurementIdOf('m')}::text
        AND a.action = 'counts.replaced' LIMIT 1)) AS reason,
    m.batch_id, m.revision
  FROM asked JOIN period_result r ON r.id = asked.result_id
  JOIN commitment c ON c.id = r.commitment_id
  JOIN commitment_terms t ON t.id = r.terms_id
  JOIN ${JUDGED_SERIES}
  JOIN measurement m ON m.series_id = s.id AND m.revision > 0 AND m.observed_at < r.to_at
    AND coalesce(m.to_at > r.from_at, m.observed_at >= r.from_at)
  JOIN measurement old ON old.series_id = m.series_id AND old.observed_at = m.observed_at AND old.revision = m.revision - 1
  JOIN batch b ON b.id = m.batch_id AND b.arrived_at <= r.evaluated_at`;

/** Those that were corrected together: of one by itself is told neither when it was given nor what it says. */
const ANSWERED = `
  SELECT r.id AS result_id, md5(r.id || ' ' || s.id || ' ' || b.id)::uuid AS id, s.kind, s.name AS series,
    r.from_at AS "from", r.to_at AS "to", count(*)::int AS measurements,
    ${satisfied('old')} AS "goodBefore", count(*) AS "totalBefore", ${satisfied('a')} AS good, count(*) AS total,
    NULL AS "upBefore", NULL AS up, b.reason, b.id AS batch_id, 0 AS revision
  FROM asked JOIN period_result r ON r.id = asked.result_id AND r.denominator >= ${SMALLEST_GROUP}
  JOIN commitment c ON c.id = r.commitment_id
  JOIN commitment_terms t ON t.id = r.terms_id AND t.indicator ->> 'kind' = 'satisfaction'
  JOIN ${JUDGED_SERIES}
  JOIN answer a ON a.series_id = s.id AND a.revision > 0 AND a.observed_at >= r.from_at AND a.observed_at < r.to_at
  JOIN answer old ON old.series_id = a.series_id AND old.answer = a.answer AND old.revision = a.revision - 1
  JOIN batch b ON b.id = a.batch_id AND b.arrived_at <= r.evaluated_at
  GROUP BY r.id, t.id, s.id, b.id`;

function satisfied(answer: string): string {
  return `CASE WHEN count(*) >= ${SMALLEST_GROUP}
    THEN count(*) FILTER (WHERE ${answer}.score >= (t.indicator ->> 'satisfiedFrom')::int) END`;
}

/** Those that were known when the result was judged. */
const CORRECTED = `
  WITH asked AS (SELECT DISTINCT unnest($2::uuid[]) AS result_id),
  corrected AS (
    SELECT k.*, b.brought_by_id AS "correctedById", b.arrived_at AS "correctedAt", o.name AS source,
      (sum(k.measurements) OVER of_result)::int AS "totalCount",
      min(b.arrived_at) OVER of_result AS "firstAt", max(b.arrived_at) OVER of_result AS "lastAt",
      row_number() OVER (PARTITION BY k.result_id
        ORDER BY b.arrived_at DESC, b.id DESC, k."from" DESC, k.series, k.revision DESC, k.id) AS place
    FROM (${MEASURED} UNION ALL ${ANSWERED}) k JOIN batch b ON b.id = k.batch_id JOIN source o ON o.id = b.source_id
    WINDOW of_result AS (PARTITION BY k.result_id)
  )
  SELECT a.key, c.* FROM unnest($1::text[], $2::uuid[], $3::int[]) AS a(key, result_id, size)
  JOIN corrected c ON c.result_id = a.result_id AND c.place <= a.size ORDER BY a.key, c.place`;

import { assertMayReplaceCounts, measurementId } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { CountInterval } from './count-interval.js';
import type { Replacement } from './enter-counts.js';

/** Figures that counted until others took their place. */
export interface ReplacedCounts {
  before: CountInterval;
  after: CountInterval;
  reason: string;
}

/** Who counted before. @throws {DomainError} When a closed period counted the figures, or the reason is missing. */
export async function replacedCounts(
  tx: EntityManager,
  replacements: readonly Replacement[],
): Promise<ReplacedCounts[]> {
  if (replacements.length === 0) return [];
  const brought: (Pick<CountInterval, 'recordedById' | 'recordedAt'> & { closedPeriod: string | null })[] =
    await tx.query(KNOWN, [
      replacements.map(({ row }) => row.seriesId),
      replacements.map(({ known }) => known.batchId),
      replacements.map(({ after }) => after.fromAt),
      replacements.map(({ after }) => after.toAt),
    ]);
  return replacements.map(({ row, known, after, reason }, i) => {
    const { closedPeriod, ...recorded } = brought[i]!;
    const id = measurementId({ ...row, revision: known.revision });
    const before = { ...after, id, good: String(known.good), total: String(known.total), ...recorded };
    return { before, after, reason: assertMayReplaceCounts({ closedPeriod, reason }) };
  });
}

/** Who brought each of them, and a frozen result that counted one of its revisions. */
const KNOWN = `
  SELECT b.brought_by_id AS "recordedById", b.arrived_at AS "recordedAt", (
    SELECT r.period FROM series s JOIN commitment c ON c.service_id = s.service_id
    JOIN period_result r ON r.commitment_id = c.id AND r.state = 'frozen' AND r.from_at < k.to_at AND r.to_at > k.from_at
    JOIN result_contribution n ON n.result_id = r.id AND n.kind = 'count' AND n.not_counted IS NULL
      AND series_of_measurement(n.evidence_id) = k.series_id AND instant_of_measurement(n.evidence_id) = k.from_at
    WHERE s.id = k.series_id ORDER BY r.from_at LIMIT 1
  ) AS "closedPeriod"
  FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY
    AS k(series_id, batch_id, from_at, to_at, position)
  JOIN batch b ON b.id = k.batch_id
  ORDER BY k.position`;

import { assertMayReplaceCounts } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { CountIntervalEntity } from './count-interval.entity.js';

/** Figures that counted until others took their place. */
export interface ReplacedCounts {
  before: CountIntervalEntity;
  after: CountIntervalEntity;
  reason: string;
}

/**
 * Which of the rows take the place of other figures.
 *
 * @param reasons Why, one for each row.
 * @throws {DomainError} When a closed period counted them, or the reason is missing.
 */
export async function replacedCounts(
  tx: EntityManager,
  rows: readonly CountIntervalEntity[],
  reasons: readonly (string | null)[],
): Promise<ReplacedCounts[]> {
  const known: (CountIntervalEntity & { closedPeriod: string | null })[] = await tx.query(KNOWN, [
    rows.map(({ serviceId }) => serviceId),
    rows.map(({ series }) => series),
    rows.map(({ fromAt }) => fromAt),
    rows.map(({ toAt }) => toAt),
  ]);
  const byInterval = new Map(known.map((row) => [intervalOf(row), row]));
  return rows.flatMap((after, i) => {
    const found = byInterval.get(intervalOf(after));
    if (!found || (found.good === after.good && found.total === after.total)) return [];
    const { closedPeriod, ...before } = found;
    return [{ before, after, reason: assertMayReplaceCounts({ closedPeriod, reason: reasons[i]! }) }];
  });
}

const intervalOf = ({ serviceId, series, fromAt, toAt }: CountIntervalEntity): string =>
  JSON.stringify([serviceId, series, fromAt, toAt]);

/** The newest row of each interval, and a frozen result that counted one of its rows. */
const KNOWN = `
  SELECT DISTINCT ON (k.service_id, k.series, k.from_at, k.to_at)
    k.id, k.service_id AS "serviceId", k.series, k.from_at AS "fromAt", k.to_at AS "toAt", k.good, k.total,
    k.recorded_by_id AS "recordedById", k.recorded_at AS "recordedAt", (
      SELECT r.period FROM commitment c
      JOIN period_result r ON r.commitment_id = c.id AND r.state = 'frozen' AND r.from_at < k.to_at AND r.to_at > k.from_at
      JOIN result_contribution n ON n.result_id = r.id AND n.kind = 'count' AND n.not_counted IS NULL
      JOIN count_interval counted ON counted.id = n.evidence_id AND counted.series = k.series
        AND counted.from_at = k.from_at AND counted.to_at = k.to_at
      WHERE c.service_id = k.service_id ORDER BY r.from_at LIMIT 1
    ) AS "closedPeriod"
  FROM count_interval k
  JOIN unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) AS n(service_id, series, from_at, to_at)
    USING (service_id, series, from_at, to_at)
  ORDER BY k.service_id, k.series, k.from_at, k.to_at, k.recorded_at DESC, k.id DESC`;

import type { EntityManager } from 'typeorm';

/** Of which measurement: the instant of a series, with the end of its interval. */
export interface MeasuredTime {
  readonly seriesId: number;
  readonly at: number;
  /** null for an instant. */
  readonly to: number | null;
}

/** Of each measurement a closed period that counted one of its revisions, such as 2026-02; null where none did. */
export async function closedPeriods(
  tx: EntityManager,
  measurements: readonly MeasuredTime[],
): Promise<(string | null)[]> {
  const rows: { period: string | null }[] = await tx.query(CLOSED, [
    measurements.map(({ seriesId }) => seriesId),
    measurements.map(({ at }) => new Date(at)),
    measurements.map(({ at, to }) => new Date(to ?? at)),
  ]);
  return rows.map(({ period }) => period);
}

/** Evidence says which time was counted, and of which series; of probes only those that found the service down, so their time decides. */
const CLOSED = `
  WITH asked AS (
    SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY
      AS a(series_id, from_at, to_at, position)
  ), closed AS (
    SELECT a.position, r.period
    FROM asked a JOIN series s ON s.id = a.series_id AND s.kind <> 'probes' JOIN commitment c ON c.service_id = s.service_id
    JOIN period_result r ON r.commitment_id = c.id AND r.state = 'frozen' AND r.from_at < a.to_at AND r.to_at > a.from_at
    JOIN result_contribution n ON n.result_id = r.id AND n.kind IN ('count', 'answers') AND n.not_counted IS NULL
      AND series_of_measurement(n.evidence_id) = a.series_id AND n.from_at <= a.from_at AND n.to_at > a.from_at
    UNION ALL
    SELECT a.position, r.period
    FROM asked a JOIN series s ON s.id = a.series_id AND s.kind = 'probes' JOIN commitment c ON c.service_id = s.service_id
    JOIN period_result r ON r.commitment_id = c.id AND r.state = 'frozen' AND r.from_at <= a.from_at AND r.to_at > a.from_at
    JOIN commitment_terms t ON t.id = r.terms_id AND t.indicator ->> 'source' = 'probes'
  )
  SELECT min(period) AS period FROM asked LEFT JOIN closed USING (position) GROUP BY position ORDER BY position`;

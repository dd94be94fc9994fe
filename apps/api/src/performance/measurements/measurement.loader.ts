import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { measurementIdOf, stands } from '../ledger/measurement-sql.js';
import { type StoredValues, withValues } from './measured-values.js';
import type { Measurement } from './measurement.type.js';

/** The measurements of one series in a stretch of time; of probes, those of every series of the service, which are read together. */
export interface MeasurementsAsked {
  /** Any one of the series. */
  measurementId: string;
  from: Date;
  to: Date;
  size: number;
  /** Instant and series of the last one seen; null = none. */
  after: readonly [string, number] | null;
}

export interface MeasurementRow extends Measurement {
  seriesId: number;
}

/** One more than asked for when there are more; oldest first. Keys are made by `measurementsKey`. */
export const measurementsOf = defineLoader<string, MeasurementRow[]>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as MeasurementsAsked);
  const rows: (Stored & { key: string })[] = await manager.query(MEASUREMENTS, [
    keys,
    asked.map(({ measurementId }) => measurementId),
    asked.map(({ from }) => from),
    asked.map(({ to }) => to),
    asked.map(({ size }) => size + 1),
    asked.map(({ after }) => after?.[0] ?? null),
    asked.map(({ after }) => after?.[1] ?? null),
  ]);
  return groupedBy(keys, rows.map(withValues), ({ key }) => key);
});

type Stored = Omit<MeasurementRow, 'values'> & StoredValues;

export const measurementsKey = (asked: MeasurementsAsked): string => JSON.stringify(asked);

/** The probe at the end of a stretch belongs to it: it says why the stretch ends there. */
const MEASUREMENTS = `
  SELECT k.key, m.*
  FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::int[], $6::timestamptz[], $7::int[])
    AS k(key, of_id, from_at, to_at, size, after_at, after_series)
  JOIN series one ON one.id = series_of_measurement(k.of_id)
  CROSS JOIN LATERAL (
    SELECT ${measurementIdOf('m')} AS id, m.series_id AS "seriesId", m.observed_at AS at, m.to_at AS "to", m.up, m.good,
      m.total, o.unit, m.sketch::float8[] AS sketch, m.revision, m.line, b.arrived_at AS "arrivedAt", b.reason, src.name AS source
    FROM series o JOIN measurement m ON m.series_id = o.id JOIN batch b ON b.id = m.batch_id JOIN source src ON src.id = b.source_id
    WHERE (o.id = one.id OR (one.kind = 'probes' AND o.kind = 'probes' AND o.service_id = one.service_id))
      AND m.observed_at >= k.from_at AND m.observed_at <= k.to_at AND (m.up IS NOT NULL OR m.observed_at < k.to_at)
      AND (k.after_at IS NULL OR (m.observed_at, m.series_id) > (k.after_at, k.after_series)) AND ${stands('m')}
    ORDER BY m.observed_at, m.series_id LIMIT k.size
  ) m
  ORDER BY k.key, m.at, m."seriesId"`;

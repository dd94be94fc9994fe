import type { EntityManager } from 'typeorm';
import type { NewMeasurement } from './add-measurements.js';

/** Keeps which bounds the histograms of a series had, and when: the buckets that are kept of them do not tell. */
export async function keepBounds(tx: EntityManager, rows: readonly NewMeasurement[]): Promise<void> {
  const told = new Map<string, { series_id: number; bounds: readonly number[]; from: number; to: number }>();
  for (const { seriesId, bounds, at, to } of rows) {
    if (!bounds) continue;
    const key = `${seriesId} ${bounds.join(' ')}`;
    const known = told.get(key) ?? { series_id: seriesId, bounds, from: at, to: at };
    told.set(key, { ...known, from: Math.min(known.from, at), to: Math.max(known.to, to ?? at) });
  }
  if (told.size > 0) await tx.query(KEEP, [JSON.stringify([...told.values()])]);
}

const KEEP = `
  INSERT INTO histogram_bounds (series_id, digest, bounds, from_at, to_at)
  SELECT t.series_id, md5(t.bounds::text)::uuid, t.bounds, to_timestamp(t."from" / 1000), to_timestamp(t."to" / 1000)
  FROM jsonb_to_recordset($1) AS t(series_id int, bounds float8[], "from" float8, "to" float8)
  ORDER BY 1, 2 -- The same for all, so that two batches wait for each other in one order.
  ON CONFLICT ON CONSTRAINT histogram_bounds_pkey DO UPDATE
    SET from_at = least(histogram_bounds.from_at, excluded.from_at), to_at = greatest(histogram_bounds.to_at, excluded.to_at)`;

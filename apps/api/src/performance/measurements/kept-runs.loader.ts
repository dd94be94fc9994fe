import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { hourOf } from '../rollups/run-sql.js';
import type { KeptRuns, MeasurementRun } from './kept-runs.type.js';
import { type StoredValues, withValues } from './measured-values.js';

/** As `MeasurementsAsked`, and by the days of which zone. */
export interface KeptRunsAsked {
  measurementId: string;
  from: Date;
  to: Date;
  timeZone: string;
}

/** Runs of time whose single measurements were dropped, oldest first; null where they are kept. Keys are made by `keptRunsKey`. */
export const keptRunsOf = defineLoader<string, KeptRuns | null>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as KeptRunsAsked);
  const rows: (Omit<MeasurementRun, 'values'> & StoredValues & { key: string; droppedAt: Date })[] =
    await manager.query(KEPT, [
      keys,
      asked.map(({ measurementId }) => measurementId),
      asked.map(({ from }) => from),
      asked.map(({ to }) => to),
      asked.map(({ timeZone }) => timeZone),
      MOST,
    ]);
  return groupedBy(keys, rows.map(withValues), ({ key }) => key).map((group) =>
    group.length === 0 ? null : { keptUntil: group[0]!.droppedAt, runs: group },
  );
});

export const keptRunsKey = (asked: KeptRunsAsked): string => JSON.stringify(asked);

/** Until when the single answers of a stretch of time were kept; null where they are. Keys are made by `keptRunsKey`. */
export const answersKeptUntil = defineLoader<string, KeptRuns | null>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as KeptRunsAsked);
  const rows: { key: string; keptUntil: Date }[] = await manager.query(ANSWERS_KEPT, [
    keys,
    asked.map(({ measurementId }) => measurementId),
    asked.map(({ from }) => from),
    asked.map(({ to }) => to),
  ]);
  return groupedBy(keys, rows, ({ key }) => key).map(([first]) =>
    first ? { keptUntil: first.keptUntil, runs: [] } : null,
  );
});

const ANSWERS_KEPT = `
  SELECT k.key, max(g.dropped_at) AS "keptUntil"
  FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS k(key, of_id, from_at, to_at)
  JOIN answer_group g ON g.series_id = series_of_measurement(k.of_id) AND g.from_at < k.to_at AND g.last_at >= k.from_at
  GROUP BY k.key`;

/** More than a month of hours of one series. */
const MOST = 800;

const touches = (row: string): string =>
  `${row}.from_at <= k.to_at AND ${row}.to_at >= k.from_at AND (${row}.up IS NOT NULL OR ${row}.from_at < k.to_at AND ${row}.to_at > k.from_at)`;

const COLUMNS = 'r.from_at, r.to_at, r.up, r.good, r.total, r.measurements, r.sketch';

/** Hours where they are kept, else days. An hour is looked for by where it begins, a day likewise. */
const KEPT = `
  SELECT k.key, r."droppedAt", r."from", r."to", r.up, r.good, r.total, r.measurements,
    r.unit, r.sketch
  FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[])
    AS k(key, of_id, from_at, to_at, time_zone)
  JOIN series one ON one.id = series_of_measurement(k.of_id)
  CROSS JOIN LATERAL (
    SELECT d.dropped_at AS "droppedAt", r.from_at AS "from", r.to_at AS "to", r.up, r.good, r.total, r.measurements,
      o.unit, r.sketch::float8[] AS sketch
    FROM series o CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM hour_run r
      WHERE r.series_id = o.id AND r.from_at >= ${hourOf('k.from_at')} AND ${touches('r')}
      UNION ALL
      SELECT ${COLUMNS} FROM day_run r
      WHERE r.series_id = o.id AND r.time_zone = k.time_zone AND r.from_at > k.from_at - interval '25 hours' AND ${touches('r')}
        AND NOT EXISTS (
          SELECT FROM hour_run h WHERE h.series_id = o.id AND h.from_at >= r.from_at
            AND (h.from_at < r.to_at OR r.up IS NOT NULL AND h.from_at = r.to_at))
    ) r JOIN dropped_month d ON d.level = 'measurements' AND d.month = to_char(r.from_at AT TIME ZONE 'UTC', 'YYYY-MM')
    WHERE o.id = one.id OR (one.kind = 'probes' AND o.kind = 'probes' AND o.service_id = one.service_id)
    ORDER BY r.from_at, o.id LIMIT $6
  ) r
  ORDER BY k.key, r."from"`;

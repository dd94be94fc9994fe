import { isSilent, quietLimitMs } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Findings } from '../findings/findings.js';
import { PEOPLE } from '../ledger/source.entity.js';
import { SOURCES, type SourceRow } from './source-lists.js';

/** How far back rhythms and gaps are looked for. */
const BACK_MS = 31 * 86_400_000;

interface GapRow {
  seriesId: string;
  serviceId: string;
  gaps: number;
  missingMs: number;
  from: Date;
  to: Date;
}

/** Finds sources that fell silent, and series that miss some of their rhythm. */
@Injectable()
export class WatchSources {
  constructor(
    private readonly database: Database,
    private readonly findings: Findings,
  ) {}

  @Job('silentSources', { everyMinutes: 5 })
  async silence(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sources: SourceRow[] = await tx.query(`${SOURCES} WHERE o.id <> $1`, [PEOPLE]);
      const silent = sources.filter((source) => isSilent(heardOf(source), at));
      const rows: { sourceId: string; serviceIds: string[] }[] = await tx.query(SERVICES, [silent.map(({ id }) => id)]);
      const services = new Map(rows.map(({ sourceId, serviceIds }) => [sourceId, serviceIds]));
      const found = silent
        .filter(({ id }) => services.has(id))
        .map((source) => ({
          subjectId: source.id,
          serviceIds: services.get(source.id)!,
          facts: { since: source.lastSeenAt!.toISOString(), limit: String(quietLimitMs(heardOf(source))) },
        }));
      await this.findings.settle(tx, { viewer: null, at }, 'silentSource', found);
    });
  }

  @Job('gaps', { everyMinutes: 60 })
  async gaps(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const since = new Date(at.getTime() - BACK_MS);
      await tx.query(RHYTHMS, [since]);
      const gaps: GapRow[] = await tx.query(GAPS, [since]);
      const found = gaps.map(({ seriesId, serviceId, gaps: count, missingMs, from, to }) => ({
        subjectId: seriesId,
        serviceIds: [serviceId],
        facts: {
          gaps: String(count),
          from: from.toISOString(),
          to: to.toISOString(),
          missing: String(Math.round(missingMs)),
        },
      }));
      await this.findings.settle(tx, { viewer: null, at }, 'gap', found);
    });
  }
}

const MINUTE_MS = 60_000;

/** What decides whether a source is silent. */
export function heardOf({ lastSeenAt, quietMinutes, pulledEveryMs, rhythmMs }: SourceRow) {
  return { lastSeenAt, quietMs: quietMinutes === null ? null : quietMinutes * MINUTE_MS, pulledEveryMs, rhythmMs };
}

const SERVICES = `
  SELECT source_id AS "sourceId", array_agg(DISTINCT service_id)::text[] AS "serviceIds" FROM (
    SELECT source_id, service_id FROM series WHERE source_id = ANY ($1::uuid[])
    UNION SELECT source_id, service_id FROM ticket WHERE source_id = ANY ($1::uuid[])) brought
  GROUP BY source_id`;

/** Series of machines: what people count or bring as files keeps no time. The last one lasts while its source goes on. */
const DISTANCES = `
  SELECT n.id AS series_id, n.service_id, coalesce(m.to_at, m.observed_at) AS until,
    coalesce(lead(m.observed_at) OVER following, o.last_seen_at) AS next_at,
    lead(m.observed_at) OVER following IS NULL AS is_last,
    extract(epoch FROM coalesce(lead(m.observed_at) OVER following, o.last_seen_at) - m.observed_at) * 1000 AS distance_ms
  FROM series n JOIN source o ON o.id = n.source_id AND o.kind = 'measurements'
  JOIN measurement m ON m.series_id = n.id AND m.revision = 0 AND m.observed_at >= $1
  WINDOW following AS (PARTITION BY n.id ORDER BY m.observed_at)`;

/** A rhythm is a distance that half of all keep within half of it; of fewer than ten there is none. */
const RHYTHMS = `
  WITH usual AS (
    SELECT series_id, count(*) AS n,
      percentile_disc(ARRAY[0.25, 0.5, 0.75]::float8[]) WITHIN GROUP (ORDER BY distance_ms) AS q
    FROM (${DISTANCES}) d WHERE NOT is_last GROUP BY series_id
  ), rhythm AS (
    SELECT series_id, round(q[2])::bigint AS ms FROM usual WHERE n >= 10 AND q[1] >= 0.5 * q[2] AND q[3] <= 1.5 * q[2]
  ), lost AS (
    DELETE FROM series_rhythm h WHERE NOT EXISTS (SELECT FROM rhythm r WHERE r.series_id = h.series_id)
  )
  INSERT INTO series_rhythm AS h (series_id, rhythm_ms) SELECT series_id, ms FROM rhythm
  ON CONFLICT (series_id) DO UPDATE SET rhythm_ms = excluded.rhythm_ms WHERE h.rhythm_ms <> excluded.rhythm_ms`;

/** Where more than three of the usual distances lie between two measurements, all but one of them are missing. */
const GAPS = `
  SELECT series_id::text AS "seriesId", service_id AS "serviceId", count(*)::int AS gaps,
    sum(distance_ms - rhythm_ms)::float8 AS "missingMs", max(until) AS "from", max(next_at) AS "to"
  FROM (${DISTANCES}) d JOIN series_rhythm USING (series_id) WHERE distance_ms > 3 * rhythm_ms GROUP BY series_id, service_id ORDER BY series_id`;

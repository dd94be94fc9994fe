import { isSilent, quietLimitMs } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Findings } from '../findings/findings.js';
import { PEOPLE } from '../ledger/source.entity.js';
import { findGaps } from './find-gaps.js';
import { SOURCES, type SourceRow } from './source-lists.js';

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
      const rows: { sourceId: string; serviceIds: string[] }[] = await tx.query(SERVICES, [
        silent.map(({ id }) => id),
        at,
      ]);
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
      const found = (await findGaps(tx, at)).map(({ seriesId, serviceId, gaps: count, missingMs, from, to }) => ({
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
    UNION SELECT source_id, service_id FROM ticket WHERE source_id = ANY ($1::uuid[])
    UNION SELECT source_id, service_id FROM pull
      WHERE source_id = ANY ($1::uuid[]) AND state <> 'ended' AND service_id IS NOT NULL
    UNION SELECT p.source_id, c.service_id FROM pull p JOIN commitment_terms t ON t.calendar_id = p.calendar_id
      JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce' JOIN commitment c ON c.id = t.commitment_id
      WHERE p.source_id = ANY ($1::uuid[]) AND p.state <> 'ended' AND coalesce(v.effective_to >= $2::date, true)) brought
  GROUP BY source_id`;

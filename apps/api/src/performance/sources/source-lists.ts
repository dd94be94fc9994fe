import { holdsEverywhere, type PerformanceReach, reachOfClosing, reachOfSources, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { overseen } from '../judged-commitments.js';
import type { SeriesKind } from '../ledger/series.entity.js';
import { PEOPLE, type SourceEntity } from '../ledger/source.entity.js';
import { readPage } from '../read-page.js';

/** A source with what it is judged silent by. */
export interface SourceRow extends SourceEntity {
  rhythmMs: number | null;
  pulledEveryMs: number | null;
  seriesCount: number;
  /** Pulls that failed when they asked last. */
  failing: number;
}

export interface SeriesRow {
  id: string;
  kind: SeriesKind;
  name: string;
  serviceId: string;
  rhythmMs: number | null;
  lastSeenAt: Date | null;
  /** Measurements of the last 24 hours. */
  lately: number;
}

const MOST_SERIES = 200;

/** Where measurements come from. */
@Injectable()
export class SourceLists {
  constructor(private readonly database: Database) {}

  /**
   * Seen last comes first.
   *
   * @param asked.watched Only those that somebody waits for, or only the others; null = all.
   */
  page(viewer: Viewer, { watched, first, after }: { watched: boolean | null; first: number; after: string | null }) {
    const parameters = new Parameters();
    const narrowed = watched === null ? '' : ` AND ${watched ? '' : 'NOT '}${WATCHED}`;
    return readPage<SourceRow>(this.database.read, parameters, {
      select: `${SOURCES} WHERE ${visible(reachOfSources(viewer), viewer, parameters)}${narrowed}`,
      sortedBy: { seenAt: SEEN, id: 'o.id' },
      first,
      after,
    });
  }

  async find(viewer: Viewer, slug: string): Promise<SourceRow | null> {
    const parameters = new Parameters();
    const conditions = `${visible(reachOfSources(viewer), viewer, parameters)} AND o.slug = ${parameters.add(slug)}`;
    const [row]: SourceRow[] = await this.database.read.query(`${SOURCES} WHERE ${conditions}`, parameters.values);
    return row ?? null;
  }

  /** Of services in the viewer's reach, by their names. */
  series(viewer: Viewer, sourceId: string, at: Date): Promise<SeriesRow[]> {
    const parameters = new Parameters();
    const behind = overseen(reachOfSources(viewer), parameters);
    const since = parameters.add(new Date(at.getTime() - 86_400_000));
    return this.database.read.query(
      `SELECT n.id::text, n.kind, n.name, n.service_id AS "serviceId", h.rhythm_ms::float8 AS "rhythmMs",
         coalesce((SELECT coalesce(m.to_at, m.observed_at) FROM measurement m WHERE m.series_id = n.id
            ORDER BY m.observed_at DESC LIMIT 1),
           (SELECT max(a.observed_at) FROM answer a WHERE a.series_id = n.id),
           (SELECT max(g.last_at) FROM answer_group g WHERE g.series_id = n.id)) AS "lastSeenAt",
         (SELECT count(*)::int FROM measurement m WHERE m.series_id = n.id AND m.observed_at >= ${since}) +
           (SELECT count(*)::int FROM answer a WHERE a.series_id = n.id AND a.observed_at >= ${since} AND a.revision = 0)
           AS lately
       FROM series n JOIN service s ON s.id = n.service_id LEFT JOIN series_rhythm h ON h.series_id = n.id
       WHERE n.source_id = ${parameters.add(sourceId)} AND ${behind}
       ORDER BY s.name COLLATE "und-x-icu", n.name, n.id LIMIT ${MOST_SERIES}`,
      parameters.values,
    );
  }
}

/** Never seen = since ever. */
const SEEN = `coalesce(o.last_seen_at, '1970-01-01T00:00:00Z')`;

const RHYTHM = `(SELECT min(h.rhythm_ms)::float8 FROM series n JOIN series_rhythm h ON h.series_id = n.id WHERE n.source_id = o.id)`;

const PULLED_EVERY = `(SELECT min(p.every_minutes) * 60000::float8 FROM pull p
     WHERE p.source_id = o.id AND p.state = 'active' AND p.asked ->> 'kind' <> 'upptime')`;

/** `quietLimitMs` of the domain is not null, nothing has come yet of what machines send, or Accord asks by itself. */
const WATCHED = `(o.last_seen_at IS NULL AND o.kind = 'measurements'
  OR CASE WHEN o.quiet_minutes IS NULL THEN coalesce(greatest(${RHYTHM}, ${PULLED_EVERY}), 0) > 0 ELSE o.quiet_minutes > 0 END
  OR EXISTS (SELECT FROM pull p WHERE p.source_id = o.id AND p.state = 'active'))`;

export const SOURCES = `
  SELECT o.id, o.slug, o.name, o.kind, o.last_seen_at AS "lastSeenAt", o.quiet_minutes AS "quietMinutes", ${SEEN} AS "seenAt",
    ${RHYTHM} AS "rhythmMs", ${PULLED_EVERY} AS "pulledEveryMs",
    (SELECT count(*)::int FROM series n WHERE n.source_id = o.id) AS "seriesCount",
    (SELECT count(*)::int FROM pull p WHERE p.source_id = o.id AND p.state = 'active' AND p.failures > 0) AS failing
  FROM source o`;

/** What it brings of services in reach; a file that people brought themselves they see too. */
function visible(reach: PerformanceReach, viewer: Viewer, parameters: Parameters): string {
  if (reach.everything) return `o.id <> '${PEOPLE}'`;
  const behind = overseen(reach, parameters);
  const brings = (table: string) =>
    `EXISTS (SELECT FROM ${table} b JOIN service s ON s.id = b.service_id WHERE b.source_id = o.id AND ${behind})`;
  const started = `EXISTS (SELECT FROM import_run r WHERE r.source_id = o.id AND r.started_by_id = ${parameters.add(viewer.personId)})`;
  return `o.id <> '${PEOPLE}' AND (${brings('series')} OR ${brings('pull')} OR ${started})`;
}

/** Whether the viewer manages everything that a source brings. */
export async function mayExpect(tx: EntityManager, viewer: Viewer, sourceId: string): Promise<boolean> {
  if (holdsEverywhere(viewer, ['serviceManager'])) return true;
  const parameters = new Parameters();
  const behind = overseen(reachOfClosing(viewer), parameters);
  const id = parameters.add(sourceId);
  const [{ all, some }]: [{ all: boolean | null; some: boolean }] = await tx.query(
    `SELECT bool_and(${behind}) AND NOT EXISTS (
         SELECT FROM pull p WHERE p.source_id = ${id} AND p.calendar_id IS NOT NULL) AS all, count(*) > 0 AS some FROM service s WHERE s.id IN (
       SELECT service_id FROM series WHERE source_id = ${id} UNION SELECT service_id FROM pull WHERE source_id = ${id})`,
    parameters.values,
  );
  return some && all === true;
}

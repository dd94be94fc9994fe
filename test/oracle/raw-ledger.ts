import type { Judgeable } from '@accord/api/performance/evaluation/judgeable.js';
import type { Ledger, ServiceLedger } from '@accord/api/performance/evaluation/ledger.js';
import { type StoredSketch, storedSketch } from '@accord/api/performance/ledger/stored-sketch.js';
import { measurementId } from '@accord/domain';
import type { Stretch } from '@accord/sla';
import type { EntityManager } from 'typeorm';

/** The whole ledger of a service, every measurement by itself: what rollups have to come to the same as. */
export async function rawLedger(manager: EntityManager, serviceId: string): Promise<Ledger> {
  const measured: MeasuredRow[] = await manager.query(MEASURED, [serviceId]);
  const counts = measured
    .filter(({ kind }) => kind === 'counts')
    .map(({ series, at, to, good, total, ...row }) => {
      const ref = `count:${measurementId({ at, ...row })}`;
      return { ref, series, from: at, to: to!, good: Number(good), total: Number(total) };
    });
  const values = measured
    .filter(({ kind }) => kind === 'values')
    .map(({ series, unit, at, to, total, sketch, ...row }) => {
      const ref = `count:${measurementId({ at, ...row })}`;
      return { ref, series, unit: unit!, from: at, to: to!, sketch: storedSketch(Number(total), sketch!) };
    });
  const probes = measured
    .filter(({ kind }) => kind === 'probes')
    .map(({ at, up, ...row }) => {
      return { ref: `probe:${measurementId({ at, ...row })}`, at, status: up ? ('up' as const) : ('down' as const) };
    });
  const outages = await manager.query(OUTAGES, [serviceId]);
  const maintenance = await manager.query(MAINTENANCE, [serviceId]);
  const excluded: (Stretch & { commitmentId: string })[] = await manager.query(EXCLUDED, [serviceId]);
  const ledger: ServiceLedger = { counts, values, probes, outages, maintenance, tickets: [], answers: [] };
  return {
    of: (_: Pick<Judgeable, 'serviceId'>) => ledger,
    exclusionsOf: (id) => excluded.filter(({ commitmentId }) => commitmentId === id),
  };
}

interface MeasuredRow {
  kind: 'counts' | 'probes' | 'values';
  series: string;
  unit: string | null;
  seriesId: number;
  revision: number;
  at: number;
  to: number | null;
  good: string | null;
  total: string | null;
  up: boolean | null;
  sketch: StoredSketch | null;
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const MEASURED = `
  SELECT * FROM (
    SELECT DISTINCT ON (m.series_id, m.observed_at) s.kind, s.name AS series, s.id AS "seriesId", m.revision,
      ${ms('m.observed_at')} AS at, ${ms('m.to_at')} AS "to", m.good, m.total, m.up,
      s.unit, m.sketch::float8[] AS sketch
    FROM series s JOIN measurement m ON m.series_id = s.id WHERE s.service_id = $1
    ORDER BY m.series_id, m.observed_at, m.revision DESC
  ) stands ORDER BY at, "seriesId"`;

const OUTAGES = `
  SELECT 'outage:' || id AS ref, ${ms('from_at')} AS "from", ${ms('to_at')} AS "to" FROM outage
  WHERE service_id = $1 AND ended_at IS NULL ORDER BY from_at`;

const MAINTENANCE = `
  SELECT 'maintenance:' || id AS ref, ${ms('announced_at')} AS "announcedAt", ${ms('from_at')} AS "from", ${ms('to_at')} AS "to"
  FROM maintenance WHERE service_id = $1 AND cancelled_at IS NULL ORDER BY from_at`;

const EXCLUDED = `
  SELECT 'exclusion:' || e.id AS ref, e.commitment_id AS "commitmentId", ${ms('e.from_at')} AS "from", ${ms('e.to_at')} AS "to"
  FROM exclusion e JOIN commitment c ON c.id = e.commitment_id
  WHERE c.service_id = $1 AND e.state = 'approved' ORDER BY e.from_at`;

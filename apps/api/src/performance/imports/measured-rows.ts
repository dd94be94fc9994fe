import { type Fault, isMeasuredIn, type MeasuredService, speaksForProvider } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { everPaying } from '../../agreements/rewarded-commitments.js';
import type { Act } from '../../platform/act/act.js';
import { servicePlacesOf } from '../judged-commitments.js';
import type { MeasuredRow } from './row-reader.js';
import type { SortedRecords } from './sort-records.js';

/** Who imports, and the services by which they are measured on one day or another. */
export interface Stakes {
  act: Act;
  services: ReadonlyMap<string, MeasuredService>;
}

export async function stakesOf(tx: EntityManager, act: Act): Promise<Stakes> {
  const rows: { id: string }[] = await tx.query(STAKES, [act.viewer.personId, speaksForProvider(act.viewer)]);
  const ids = rows.map(({ id }) => id);
  const places = ids.length > 0 ? await servicePlacesOf(tx, ids) : [];
  return { act, services: new Map(places.map((place) => [place.serviceId, place])) };
}

/**
 * Refuses rows that tell of a service by which the importer is measured, since the row or later; also a ticket that is
 * known as one of such a service and would become another's.
 *
 * @param sourceId null = nothing of the source is known yet.
 */
export async function refusingOwn<Batch extends SortedRecords<MeasuredRow>>(
  tx: EntityManager,
  { act, services }: Stakes,
  sourceId: string | null,
  batch: Batch,
): Promise<Batch> {
  if (services.size === 0) return batch;
  const isOwn = (serviceId: string, since: number) => {
    const [service, from] = [services.get(serviceId), new Date(since)];
    return service !== undefined && isMeasuredIn(act.viewer, service, { from, to: act.at });
  };
  const numbers = batch.rows.flatMap(({ row }) => ('number' in row ? [row.number] : []));
  const known: { number: string; serviceId: string; openedAt: Date }[] =
    sourceId && numbers.length > 0 ? await tx.query(KNOWN, [sourceId, numbers, [...services.keys()]]) : [];
  const owned = new Set(
    known.filter(({ serviceId, openedAt }) => isOwn(serviceId, openedAt.getTime())).map(({ number }) => number),
  );
  const isRefused = (row: MeasuredRow) =>
    isOwn(row.serviceId, 'openedAt' in row ? row.openedAt : row.observedAt) ||
    ('number' in row && owned.has(row.number));
  const refused = batch.rows.filter(({ row }) => isRefused(row));
  const problems = [...batch.problems, ...refused.map(({ line }) => ({ line, ...OWN }))];
  return {
    ...batch,
    rows: batch.rows.filter(({ row }) => !isRefused(row)),
    refused: batch.refused + refused.length,
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

export const OWN: Fault = {
  column: null,
  value: null,
  reason: 'is about a service that you own, are paid by, or speak for: another service manager has to import it',
};

const STAKES = `
  SELECT s.id FROM service s WHERE $2 OR s.owner_id = $1
    OR s.id IN (SELECT c.service_id FROM commitment c WHERE c.id IN (${everPaying('$1')}))`;

const KNOWN = `
  SELECT number, service_id AS "serviceId", opened_at AS "openedAt" FROM ticket
  WHERE source_id = $1 AND number = ANY($2) AND service_id = ANY($3)`;

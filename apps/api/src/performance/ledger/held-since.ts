import type { EntityManager } from 'typeorm';
import { stands } from './measurement-sql.js';

/**
 * Since when probes say something that nobody knew: the status of the one before them held until they came, and an
 * outage that goes on may become long enough to count.
 *
 * @param from The first new probe of each series, in epoch milliseconds.
 * @returns The earliest of all.
 */
export async function heldSince(tx: EntityManager, from: ReadonlyMap<number, number>): Promise<Date> {
  const [{ since }]: [{ since: Date }] = await tx.query(SINCE, [
    [...from.keys()],
    [...from.values()].map((at) => new Date(at)),
  ]);
  return since;
}

/**
 * The last probe before an instant that found the service up, whichever series it is of: they are read together. Where
 * none did, the first probe of all.
 */
export const lastUpBefore = (serviceId: string, instant: string): string => `coalesce(
  (SELECT max(up.at) FROM series p CROSS JOIN LATERAL (
     SELECT m.observed_at AS at FROM measurement m
     WHERE m.series_id = p.id AND m.observed_at < ${instant} AND m.up AND ${stands('m')} ORDER BY m.observed_at DESC LIMIT 1
   ) up WHERE p.service_id = ${serviceId} AND p.kind = 'probes'),
  (SELECT min(first.at) FROM series p CROSS JOIN LATERAL (
     SELECT m.observed_at AS at FROM measurement m
     WHERE m.series_id = p.id AND m.observed_at < ${instant} ORDER BY m.observed_at LIMIT 1
   ) first WHERE p.service_id = ${serviceId} AND p.kind = 'probes'))`;

/** The first probe after an instant that finds the service up, whichever series it is of; null where none does. */
export const firstUpAfter = (serviceId: string, instant: string): string => `(
  SELECT min(up.at) FROM series p CROSS JOIN LATERAL (
    SELECT m.observed_at AS at FROM measurement m
    WHERE m.series_id = p.id AND m.observed_at > ${instant} AND m.up AND ${stands('m')} ORDER BY m.observed_at LIMIT 1
  ) up WHERE p.service_id = ${serviceId} AND p.kind = 'probes')`;

const SINCE = `
  SELECT min(coalesce(${lastUpBefore('s.service_id', 'n.from_at')}, n.from_at)) AS since
  FROM unnest($1::int[], $2::timestamptz[]) AS n(series_id, from_at) JOIN series s ON s.id = n.series_id`;

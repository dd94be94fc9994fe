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

/** The last probe of the series before an instant that found the service up; where none did, the first probe of all. */
export const lastUpBefore = (seriesId: string, instant: string): string => `coalesce(
  (SELECT m.observed_at FROM measurement m WHERE m.series_id = ${seriesId} AND m.observed_at < ${instant} AND m.up AND ${stands('m')}
   ORDER BY m.observed_at DESC LIMIT 1),
  (SELECT observed_at FROM measurement WHERE series_id = ${seriesId} AND observed_at < ${instant} ORDER BY observed_at LIMIT 1))`;

const SINCE = `
  SELECT min(coalesce(${lastUpBefore('n.series_id', 'n.from_at')}, n.from_at)) AS since
  FROM unnest($1::int[], $2::timestamptz[]) AS n(series_id, from_at)`;

import type { EntityManager } from 'typeorm';

/**
 * Since when probes say something that nobody knew: the status of the one before them held until they came.
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

/** Of probes that follow `from_at` in the series `id`. */
export const probeBefore = (id: string, from: string): string =>
  `(SELECT observed_at FROM measurement WHERE series_id = ${id} AND observed_at < ${from} ORDER BY observed_at DESC LIMIT 1)`;

const SINCE = `
  SELECT min(coalesce(${probeBefore('n.series_id', 'n.from_at')}, n.from_at)) AS since
  FROM unnest($1::int[], $2::timestamptz[]) AS n(series_id, from_at)`;

import type { EntityManager } from 'typeorm';
import type { SeriesEntity } from './series.entity.js';

/** A series by what it is called. */
export type SeriesName = Pick<SeriesEntity, 'serviceId' | 'kind' | 'name'> & Partial<Pick<SeriesEntity, 'unit'>>;

/**
 * The ids of series of a source, in the order asked for; those that it measures for the first time are made. null where
 * another source counts under the name, or this one in another unit.
 */
export async function seriesOf(
  tx: EntityManager,
  sourceId: string,
  names: readonly SeriesName[],
): Promise<(number | null)[]> {
  const values = [
    sourceId,
    names.map(({ serviceId }) => serviceId),
    names.map(({ kind }) => kind),
    names.map(({ name }) => name),
    names.map(({ unit }) => unit ?? null),
  ];
  const known = await idsOf(tx, values);
  if (known.every((id) => id !== null)) return known;
  await tx.query(MAKE, values);
  return idsOf(tx, values);
}

async function idsOf(tx: EntityManager, values: unknown[]): Promise<(number | null)[]> {
  const rows: { id: number | null }[] = await tx.query(FIND, values);
  return rows.map(({ id }) => id);
}

const ASKED = `unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
  AS a(service_id, kind, name, unit, position)`;

const FIND = `
  SELECT s.id FROM ${ASKED} LEFT JOIN series s ON s.source_id = $1 AND (s.service_id, s.kind, s.name) = (a.service_id, a.kind, a.name)
    AND s.unit IS NOT DISTINCT FROM a.unit
  ORDER BY a.position`;

const MAKE = `
  INSERT INTO series (source_id, service_id, kind, name, unit)
  SELECT DISTINCT $1::uuid, a.service_id, a.kind, a.name, a.unit FROM ${ASKED}
  ON CONFLICT DO NOTHING`;

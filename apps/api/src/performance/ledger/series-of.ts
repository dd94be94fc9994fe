import type { EntityManager } from 'typeorm';
import type { SeriesEntity } from './series.entity.js';

/** A series by what it is called. */
export type SeriesName = Pick<SeriesEntity, 'serviceId' | 'kind' | 'name'> & Partial<Pick<SeriesEntity, 'unit'>>;

/**
 * The ids of series of a source, in the order asked for; those that it measures for the first time are made, in the unit
 * that comes first. null where another source counts under the name, or this one in another unit.
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

/** Why values of the names cannot be stored, in the order asked for, where `seriesOf` found no id. */
export async function whyTaken(
  tx: EntityManager,
  sourceId: string,
  names: readonly Pick<SeriesName, 'serviceId' | 'name'>[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const standing: { unit: string; isOurs: boolean }[] = await tx.query(STANDING, [
    sourceId,
    names.map(({ serviceId }) => serviceId),
    names.map(({ name }) => name),
  ]);
  return standing.map(takenWords);
}

/** Why values of a series that stands are not taken. */
export const takenWords = ({ unit, isOurs }: { unit: string; isOurs: boolean }): string =>
  isOurs
    ? `is measured in ${unit} so far; give the other unit a name of its own`
    : 'is measured by another source; give the series a name of its own';

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
  SELECT $1::uuid, a.service_id, a.kind, a.name, a.unit FROM ${ASKED} ORDER BY a.position
  ON CONFLICT DO NOTHING`;

const STANDING = `
  SELECT s.unit, s.source_id = $1 AS "isOurs"
  FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS a(service_id, name, position)
  JOIN series s ON s.service_id = a.service_id AND s.name = a.name AND s.kind = 'values'
  ORDER BY a.position`;

import type { Scale } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { SourceEntity } from '../ledger/source.entity.js';
import { takenWords } from '../ledger/series-of.js';
import { surveyFault } from '../ledger/surveys-of.js';
import { otherSourceWords } from './measurement-ledger.js';
import type { MeasuredRow } from './row-reader.js';
import type { RowProblem, SortedRecords } from './sort-records.js';
import { sourceSlug } from './source-slug.js';

type Batch = SortedRecords<MeasuredRow>;
type SeriesRow = MeasuredRow & { readonly series: string };

interface Standing extends Scale {
  serviceId: string;
  name: string;
  sourceId: string;
  unit: string;
}

/**
 * Refuses rows that the ledger would refuse of the source, in the very words of the report: what they are called is
 * measured by another source, in another unit, or on another scale. Nothing is written.
 *
 * @param kind Of the series.
 */
export async function refusingTaken(
  manager: EntityManager,
  sourceName: string,
  kind: 'counts' | 'values' | 'answers',
  batches: readonly Batch[],
): Promise<Batch[]> {
  const named = batches.flatMap(({ rows }) => rows.map(({ row }) => row as SeriesRow));
  const source = await manager.findOneBy(SourceEntity, { slug: sourceSlug(sourceName) });
  const standing: Standing[] = await manager.query(STANDING, [
    kind,
    named.map(({ serviceId }) => serviceId),
    named.map(({ series }) => series),
  ]);
  const byName = new Map(standing.map((one) => [keyOf(one.serviceId, one.name), one]));
  return batches.map((batch) => {
    const problems = batch.rows.flatMap(({ line, row }): RowProblem[] => {
      const told = row as SeriesRow;
      const known = byName.get(keyOf(told.serviceId, told.series));
      const reason = known ? faultOf(known, told, known.sourceId === source?.id) : null;
      return reason === null
        ? []
        : [{ line, column: kind === 'answers' ? 'series' : null, value: told.series, reason }];
    });
    const refused = new Set(problems.map(({ line }) => line));
    return {
      ...batch,
      rows: batch.rows.filter(({ line }) => !refused.has(line)),
      refused: batch.refused + refused.size,
      problems: [...batch.problems, ...problems],
    };
  });
}

/** Why a row of a series that stands is not taken; null = it is. */
function faultOf(known: Standing, row: SeriesRow, isOurs: boolean): string | null {
  if ('lowest' in row) return surveyFault(known, row, isOurs);
  if ('sketch' in row) return isOurs && known.unit === row.unit ? null : takenWords({ unit: known.unit, isOurs });
  return isOurs ? null : otherSourceWords(known.name);
}

const keyOf = (serviceId: string, name: string): string => `${serviceId} ${name}`;

const STANDING = `
  SELECT DISTINCT s.service_id AS "serviceId", s.name, s.source_id AS "sourceId", s.unit, s.lowest, s.highest
  FROM unnest($2::uuid[], $3::text[]) AS a(service_id, name)
  JOIN series s ON s.service_id = a.service_id AND s.name = a.name AND s.kind = $1`;

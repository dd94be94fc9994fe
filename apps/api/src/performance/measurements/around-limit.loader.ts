import { type AroundLimit, aroundLimit } from '@accord/domain';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { JUDGED_SERIES } from './judged-series.js';

/** Between which bounds of a histogram a promised limit lies. */
export interface AroundPromised extends AroundLimit {
  limit: number;
  unit: string;
}

interface Row {
  id: string;
  limit: number;
  unit: string;
  bounds: number[];
}

/**
 * Keys are ids of results: by the newest histogram of the period that has no bound at the limit; null where there is
 * none, and nothing is taken for granted.
 */
export const aroundLimitOfResult = defineLoader<string, AroundPromised | null>(async (ids, { manager }) => {
  const rows: Row[] = await manager.query(OF_RESULTS, [ids]);
  return inOrderOf(ids, rows.flatMap(shown).toReversed(), ({ id }) => id);
});

/** Keys are ids of terms: by the newest histogram of the service. */
export const aroundLimitOfTerms = defineLoader<string, AroundPromised | null>(async (ids, { manager }) => {
  const rows: Row[] = await manager.query(OF_TERMS, [ids]);
  return inOrderOf(ids, rows.flatMap(shown), ({ id }) => id);
});

function shown({ id, limit, unit, bounds }: Row): (AroundPromised & { id: string })[] {
  const around = aroundLimit(bounds, limit);
  return around ? [{ id, limit, unit, ...around }] : [];
}

const PROMISED = `(t.indicator ->> 'limit')::float8 AS "limit", t.indicator ->> 'unit' AS unit, b.bounds`;
const IS_UNIT = `t.indicator ->> 'kind' = 'percentile' AND s.unit = t.indicator ->> 'unit'`;

const OF_RESULTS = `
  SELECT r.id, ${PROMISED}
  FROM period_result r
  JOIN commitment c ON c.id = r.commitment_id
  JOIN commitment_terms t ON t.id = r.terms_id
  JOIN ${JUDGED_SERIES}
  JOIN histogram_bounds b ON b.series_id = s.id AND b.from_at < r.to_at AND b.to_at > r.from_at
  WHERE r.id = ANY($1::uuid[]) AND ${IS_UNIT} ORDER BY b.to_at DESC, b.digest`;

const OF_TERMS = `
  SELECT DISTINCT ON (t.id) t.id, ${PROMISED}
  FROM commitment_terms t
  JOIN commitment c ON c.id = t.commitment_id
  JOIN ${JUDGED_SERIES}
  JOIN histogram_bounds b ON b.series_id = s.id
  WHERE t.id = ANY($1::uuid[]) AND ${IS_UNIT} ORDER BY t.id, b.to_at DESC, b.digest`;

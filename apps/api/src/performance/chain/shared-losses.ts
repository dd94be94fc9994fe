import { type LostEvents, sharedEvents } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { stands } from '../ledger/measurement-sql.js';
import { readSharedDowntime } from './shared-downtime.js';

/** A result, and the result of something that it rests on. */
export interface ResultPair {
  resultId: string;
  partResultId: string;
}

/** How much of what a result lost was lost by a part as well, over the results of both. */
export interface SharedLoss extends ResultPair {
  /** Of the numbers, as of budgets. */
  unit: 'ms' | 'tickets' | 'events';
  shared: number;
  /** Of downtime, what counts of these outages by the result of the part: without what it excludes or planned. */
  part: number;
  /** All that the result lost. */
  of: number;
}

/** Of each pair that shares any, by what both measure. Three statements. */
export async function readSharedLosses(manager: EntityManager, pairs: readonly ResultPair[]): Promise<SharedLoss[]> {
  if (pairs.length === 0) return [];
  const downtime = await readSharedDowntime(manager, pairs);
  const tickets = await readSharedTickets(manager, pairs);
  return [...downtime, ...tickets, ...(await readSharedEvents(manager, pairs))];
}

/** The same tickets, missed by both. */
function readSharedTickets(manager: EntityManager, pairs: readonly ResultPair[]): Promise<SharedLoss[]> {
  return manager.query(TICKETS, [pairs.map(({ resultId }) => resultId), pairs.map(({ partResultId }) => partResultId)]);
}

/** Events that were lost in intervals in which the part lost some, as they were measured. */
async function readSharedEvents(manager: EntityManager, pairs: readonly ResultPair[]): Promise<SharedLoss[]> {
  const ids = [...new Set(pairs.flatMap(({ resultId, partResultId }) => [resultId, partResultId]))];
  const rows: (LostEvents & { resultId: string })[] = await manager.query(LOST, [ids]);
  const groups = groupedBy(ids, rows, ({ resultId }) => resultId);
  const lost = new Map(ids.map((id, i) => [id, groups[i]!]));
  return pairs.flatMap((pair) => {
    const own = lost.get(pair.resultId) ?? [];
    const shared = sharedEvents(own, lost.get(pair.partResultId) ?? []);
    const of = own.reduce((sum, one) => sum + one.lost, 0);
    return shared > 0 ? [{ ...pair, unit: 'events' as const, shared, part: shared, of }] : [];
  });
}

const TICKETS = `
  SELECT k.result AS "resultId", k.part AS "partResultId", 'tickets' AS unit, n.shared, n.shared AS part, n."of"
  FROM unnest($1::uuid[], $2::uuid[]) AS k(result, part)
  CROSS JOIN LATERAL (
    SELECT count(*)::float8 AS "of", count(p.evidence_id)::float8 AS shared
    FROM result_contribution o
    LEFT JOIN result_contribution p
      ON p.result_id = k.part AND p.kind = 'ticket' AND p.bad AND p.evidence_id = o.evidence_id
    WHERE o.result_id = k.result AND o.kind = 'ticket' AND o.bad
  ) n WHERE n.shared > 0`;

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const LOST = `
  SELECT o.result_id AS "resultId", ${ms('m.observed_at')} AS "from", ${ms('m.to_at')} AS "to", (m.total - m.good)::float8 AS lost
  FROM result_contribution o
  JOIN measurement m ON m.series_id = series_of_measurement(o.evidence_id)
    AND m.observed_at >= o.from_at AND m.observed_at < o.to_at AND m.good < m.total AND ${stands('m')}
  WHERE o.result_id = ANY ($1::uuid[]) AND o.kind = 'count' AND o.bad`;

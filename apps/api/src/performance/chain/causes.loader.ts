import { partsUnder } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { commitmentsAbove, readChainWorld } from '../../agreements/chain/chain-world.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { readSharedLosses, type SharedLoss } from './shared-losses.js';

/** A result that shares what it lost with another one. */
export interface RelatedResult extends SharedLoss {
  /** The one that this is about: of a cause the part, of an effect what rests on it. */
  commitmentId: string;
}

/** Results of what a commitment rests on, in overlapping time, that lost what it lost; most shared first. */
export const causesOf = defineLoader<string, RelatedResult[]>(async (ids, { manager, act }) => {
  const results = await resultsById(manager, ids);
  const tops = [...new Set(results.map(({ commitmentId }) => commitmentId))];
  const world = await readChainWorld(manager, tops, act.at);
  const parts = new Map(tops.map((id) => [id, partsUnder(id, world)]));
  const related = await relatedTo(manager, results, parts);
  const pairs = related.map(({ of, id }) => ({ resultId: of, partResultId: id }));
  return grouped(ids, await readSharedLosses(manager, pairs), related, 'resultId');
});

/** Results of what rests on a commitment that lost what it lost; most shared first. */
export const effectsOf = defineLoader<string, RelatedResult[]>(async (ids, { manager, act }) => {
  const results = await resultsById(manager, ids);
  const serviceIds = [...new Set(results.map(({ serviceId }) => serviceId))];
  const above = await commitmentsAbove(manager, serviceIds, act.at);
  const world = await readChainWorld(manager, above, act.at);
  const tops = new Map<string, string[]>();
  for (const top of above) for (const part of partsUnder(top, world)) tops.set(part, [...(tops.get(part) ?? []), top]);
  const related = await relatedTo(manager, results, tops);
  const pairs = related.map(({ of, id }) => ({ resultId: id, partResultId: of }));
  return grouped(ids, await readSharedLosses(manager, pairs), related, 'partResultId');
});

/** Most of them that are told of one result. */
const MOST = 10;

interface Known {
  id: string;
  commitmentId: string;
  serviceId: string;
}

interface Related {
  /** The result that is asked about. */
  of: string;
  id: string;
  commitmentId: string;
}

function resultsById(manager: EntityManager, ids: readonly string[]): Promise<Known[]> {
  return manager.query(
    `SELECT r.id, r.commitment_id AS "commitmentId", c.service_id AS "serviceId"
     FROM period_result r JOIN commitment c ON c.id = r.commitment_id WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );
}

/** Results that stand, of other commitments, that share time with each result. */
async function relatedTo(
  manager: EntityManager,
  results: readonly Known[],
  others: ReadonlyMap<string, readonly string[]>,
): Promise<Related[]> {
  const asked = results.flatMap(({ id, commitmentId }) =>
    (others.get(commitmentId) ?? []).map((other) => ({ id, other })),
  );
  if (asked.length === 0) return [];
  return manager.query(
    `SELECT k.id AS "of", o.id, o.commitment_id AS "commitmentId"
     FROM unnest($1::uuid[], $2::uuid[]) AS k(id, other)
     JOIN period_result r ON r.id = k.id
     JOIN period_result o ON o.commitment_id = k.other AND o.state <> 'superseded'
       AND o.from_at < r.to_at AND o.to_at > r.from_at`,
    [asked.map(({ id }) => id), asked.map(({ other }) => other)],
  );
}

function grouped(
  ids: readonly string[],
  shared: readonly SharedLoss[],
  related: readonly Related[],
  key: 'resultId' | 'partResultId',
): RelatedResult[][] {
  const other = key === 'resultId' ? 'partResultId' : 'resultId';
  const commitments = new Map(related.map(({ id, commitmentId }) => [id, commitmentId]));
  const rows = shared.map((row) => ({ ...row, commitmentId: commitments.get(row[other])! }));
  return groupedBy(ids, rows, (row) => row[key]).map((group) =>
    group.sort((a, b) => b.shared - a.shared || a.commitmentId.localeCompare(b.commitmentId)).slice(0, MOST),
  );
}

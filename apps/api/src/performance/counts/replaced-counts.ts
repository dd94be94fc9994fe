import { assertMayReplaceCounts, measurementId } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { closedPeriods } from '../ledger/closed-periods.js';
import type { CountInterval } from './count-interval.js';
import type { Replacement } from './enter-counts.js';

/** Figures that counted until others took their place. */
export interface ReplacedCounts {
  before: CountInterval;
  after: CountInterval;
  reason: string;
}

/** Who counted before. @throws {DomainError} When a closed period counted the figures, or the reason is missing. */
export async function replacedCounts(
  tx: EntityManager,
  replacements: readonly Replacement[],
): Promise<ReplacedCounts[]> {
  if (replacements.length === 0) return [];
  const brought: Pick<CountInterval, 'recordedById' | 'recordedAt'>[] = await tx.query(BROUGHT, [
    replacements.map(({ known }) => known.batchId),
  ]);
  const closed = await closedPeriods(
    tx,
    replacements.map(({ row }) => row),
  );
  return replacements.map(({ row, known, after, reason }, i) => {
    const id = measurementId({ ...row, revision: known.revision });
    const before = { ...after, id, good: String(known.good), total: String(known.total), ...brought[i]! };
    return { before, after, reason: assertMayReplaceCounts({ closedPeriod: closed[i]!, reason }) };
  });
}

const BROUGHT = `
  SELECT b.brought_by_id AS "recordedById", b.arrived_at AS "recordedAt"
  FROM unnest($1::int[]) WITH ORDINALITY AS k(batch_id, position) JOIN batch b ON b.id = k.batch_id ORDER BY k.position`;

import type { SurveyRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { sortAnswers } from '../ingestion/sort-answers.js';
import { addAnswers } from '../ledger/add-answers.js';
import { newBatch } from '../ledger/new-batch.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch } from './ledger.js';

/** Stores answers to surveys that are new; what contradicts an answer that is there is told with why. */
export async function storeAnswers(
  tx: EntityManager,
  origin: Origin,
  rows: readonly LedgerRow<SurveyRow>[],
): Promise<StoredBatch> {
  const understood = rows.map(({ line, row: { serviceId, observedAt, ...row } }) => ({
    line,
    serviceId,
    row: { ...row, at: observedAt },
  }));
  const { added, refused } = await sortAnswers(tx, origin.sourceId, understood, false);
  const stored = { ...AS_KNOWN, stored: added.length, refused: [...refused] };
  if (added.length === 0) return { ...stored, newest: null, touched: null };
  await addAnswers(tx, await newBatch(tx, origin), added);
  const lines = new Set(added.map(({ line }) => line));
  const serviceIds = [...new Set(rows.filter(({ line }) => lines.has(line)).map(({ row }) => row.serviceId))];
  const [first, last] = added.reduce(([from, to], { at }) => [Math.min(from, at), Math.max(to, at)], [Infinity, 0]);
  return { ...stored, newest: new Date(last!), touched: { serviceIds, from: new Date(first!).toISOString() } };
}

import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';

/** Where a batch comes from, and who brings it. */
export interface Bringing {
  act: Act;
  sourceId: string;
  /** An import is one batch, however often it was interrupted; null where no file is imported. */
  importId: string | null;
  /** Of corrections: why. */
  reason?: string | null;
}

/** @returns The id of the batch; of an import the one that it began with. */
export async function newBatch(
  tx: EntityManager,
  { act, sourceId, importId, reason = null }: Bringing,
): Promise<number> {
  const [begun] = importId ? await tx.query('SELECT id FROM batch WHERE import_id = $1', [importId]) : [];
  if (begun) return begun.id;
  const [{ id }]: [{ id: number }] = await tx.query(
    'INSERT INTO batch (source_id, arrived_at, brought_by_id, import_id, reason) VALUES ($1, $2, $3, $4, $5) RETURNING id',
    [sourceId, act.at, act.viewer.personId, importId, reason],
  );
  return id;
}

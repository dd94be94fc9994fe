import type { ProbeRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from '../evaluation/copy-rows.js';
import type { LedgerRow, Origin, StoredBatch } from './ledger.js';

const COLUMNS = ['service_id', 'observed_at', 'up', 'line'];

/** Stores probes that are new. */
export async function storeProbes(
  tx: EntityManager,
  { sourceId, importId }: Origin,
  rows: readonly LedgerRow<ProbeRow>[],
): Promise<StoredBatch> {
  await tx.query(`CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${COLUMNS.join(', ')} FROM probe WITH NO DATA`);
  await copyRows(
    tx,
    'incoming',
    COLUMNS,
    rows.map(({ line, row }) => [row.serviceId, new Date(row.observedAt), row.up, line]),
  );
  const [{ stored, newest, touched }] = await tx.query(STORE, [sourceId, importId]);
  return { stored, newest, touched: stored === 0 ? null : touched };
}

const STORE = `
  WITH stored AS (
    INSERT INTO probe (source_id, import_id, ${COLUMNS.join(', ')})
    SELECT $1::uuid, $2::uuid, ${COLUMNS.join(', ')} FROM incoming
    ON CONFLICT DO NOTHING
    RETURNING service_id, observed_at
  )
  SELECT count(*)::int AS stored, max(observed_at) AS newest,
    json_build_object('serviceIds', json_agg(DISTINCT service_id), 'from', min(observed_at)) AS touched
  FROM stored`;

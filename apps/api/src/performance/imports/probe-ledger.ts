import type { ProbeRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyInstant, copyText } from './copy-text.js';
import type { LedgerRow, Origin, StoredBatch } from './ledger.js';

const COLUMNS = ['service_id', 'observed_at', 'up', 'line'];

/** Stores probes that are new. */
export async function storeProbes(
  tx: EntityManager,
  { sourceId, importId }: Origin,
  rows: readonly LedgerRow<ProbeRow>[],
): Promise<StoredBatch> {
  await tx.query(`CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${COLUMNS.join(', ')} FROM probe WITH NO DATA`);
  await copyText(tx, 'incoming', COLUMNS, rows.map(copyLine).join(''));
  const [{ stored, newest, touched }] = await tx.query(STORE, [sourceId, importId]);
  return { stored, newest, touched: stored === 0 ? null : touched };
}

function copyLine({ line, row }: LedgerRow<ProbeRow>): string {
  return `${row.serviceId}\t${copyInstant(row.observedAt)}\t${row.up}\t${line}\n`;
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

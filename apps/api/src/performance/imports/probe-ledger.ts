import type { ProbeRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyInstant, copyText } from './copy-text.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch } from './ledger.js';

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
  const [{ differing }] = stored < rows.length ? await tx.query(UNLIKE, [sourceId]) : [AS_KNOWN];
  return { ...AS_KNOWN, stored, differing, newest, touched: stored === 0 ? null : touched };
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

/** Of the rows that were there already: a statement of its own, which sees those that came twice in this batch. */
const UNLIKE = `
  SELECT count(*) FILTER (WHERE known.up <> n.up)::int AS differing FROM incoming n
  JOIN probe known ON known.source_id = $1 AND (known.service_id, known.observed_at) = (n.service_id, n.observed_at)`;

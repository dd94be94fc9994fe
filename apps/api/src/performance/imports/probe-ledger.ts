import { type ProbeRow, type RowReader } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from './copy-rows.js';
import type { Ledger, LedgerRow, Origin, StoredBatch } from './ledger.js';

const COLUMNS = ['service_id', 'observed_at', 'up', 'line'];

export class ProbeLedger implements Ledger<ProbeRow> {
  constructor(readonly read: RowReader<ProbeRow>) {}

  async store(tx: EntityManager, { sourceId, importId }: Origin, rows: readonly LedgerRow<ProbeRow>[]) {
    await tx.query(`CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${COLUMNS.join(', ')} FROM probe WITH NO DATA`);
    await copyRows(tx, 'incoming', COLUMNS, valuesOf(rows));
    const [stored] = await tx.query(STORE, [sourceId, importId]);
    return (stored.stored > 0 ? stored : { ...stored, touched: null }) as StoredBatch;
  }
}

function* valuesOf(rows: readonly LedgerRow<ProbeRow>[]) {
  for (const { line, row } of rows) yield [row.serviceId, new Date(row.observedAt).toISOString(), row.up, line];
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

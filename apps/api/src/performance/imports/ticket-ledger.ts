import { type RowReader, type TicketRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { projectTickets } from '../ledger/project-tickets.js';
import { copyRows } from './copy-rows.js';
import type { Ledger, LedgerRow, Origin, StoredBatch } from './ledger.js';

const COLUMNS = [
  'number',
  'sequence',
  'observed_at',
  'service_id',
  'state',
  'priority',
  'opened_at',
  'first_response_at',
  'resolved_at',
  'closed_at',
  'line',
];

export class TicketLedger implements Ledger<TicketRow> {
  constructor(readonly read: RowReader<TicketRow>) {}

  async store(tx: EntityManager, { sourceId, importId }: Origin, rows: readonly LedgerRow<TicketRow>[]) {
    await tx.query(`CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${COLUMNS.join(', ')} FROM ticket_event WITH NO DATA`);
    await copyRows(tx, 'incoming', COLUMNS, valuesOf(rows));
    const [{ numbers, touched, ...stored }] = await tx.query(STORE, [sourceId, importId]);
    if (!numbers) return { stored: 0, newest: null, touched: null } satisfies StoredBatch;
    await projectTickets(tx, sourceId, numbers as string[]);
    return { ...stored, touched } as StoredBatch;
  }
}

function* valuesOf(rows: readonly LedgerRow<TicketRow>[]) {
  for (const { line, row } of rows) {
    yield [
      row.number,
      row.sequence,
      instant(row.observedAt),
      row.serviceId,
      row.state,
      row.priority,
      instant(row.openedAt),
      instant(row.firstResponseAt),
      instant(row.resolvedAt),
      instant(row.closedAt),
      line,
    ];
  }
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** A ticket may have been opened earlier, or have been another service's, as it stood before these events. */
const STORE = `
  WITH stored AS (
    INSERT INTO ticket_event (source_id, import_id, ${COLUMNS.join(', ')})
    SELECT $1::uuid, $2::uuid, ${COLUMNS.join(', ')} FROM incoming
    ON CONFLICT DO NOTHING
    RETURNING number, service_id, opened_at, observed_at
  ), changed AS (
    SELECT service_id, opened_at FROM stored
    UNION ALL
    SELECT service_id, opened_at FROM ticket WHERE source_id = $1 AND number IN (SELECT number FROM stored)
  )
  SELECT count(*)::int AS stored, max(observed_at) AS newest, array_agg(DISTINCT number) AS numbers,
    (SELECT json_build_object('serviceIds', json_agg(DISTINCT service_id), 'from', min(opened_at)) FROM changed) AS touched
  FROM stored`;

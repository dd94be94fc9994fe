import type { TicketRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { meetHolders } from '../custody/meet-holders.js';
import { projectTickets } from '../ledger/project-tickets.js';
import { copyInstant, copyText } from './copy-text.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch } from './ledger.js';

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
  'holder',
  'automatic',
  'line',
];

/** Stores events that are new, and makes their tickets anew. */
export async function storeTickets(
  tx: EntityManager,
  { act, sourceId, importId }: Origin,
  rows: readonly LedgerRow<TicketRow>[],
): Promise<StoredBatch> {
  await tx.query(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${COLUMNS.join(', ')} FROM ticket_event WITH NO DATA`,
  );
  await copyText(tx, 'incoming', COLUMNS, [rows.map(copyLine).join('')]);
  const [{ stored, newest, numbers, touched }] = await tx.query(STORE, [sourceId, importId]);
  const unlike = stored < rows.length ? unlikeOf(await tx.query(UNLIKE, [sourceId])) : AS_KNOWN;
  if (stored === 0) return { stored, newest, touched: null, ...unlike };
  await meetHolders(tx, sourceId, new Set(rows.flatMap(({ row }) => row.holder ?? [])), act.at);
  await projectTickets(tx, sourceId, numbers);
  return { stored, newest, touched, ...unlike };
}

function copyLine({ line, row }: LedgerRow<TicketRow>): string {
  const { sequence, serviceId, state, priority } = row;
  const [number, holder] = [copyName(row.number), row.holder === null ? '\\N' : copyName(row.holder)];
  const [observed, opened] = [copyInstant(row.observedAt), copyInstant(row.openedAt)];
  const stops = `${copyInstant(row.firstResponseAt)}\t${copyInstant(row.resolvedAt)}\t${copyInstant(row.closedAt)}`;
  return `${number}\t${sequence}\t${observed}\t${serviceId}\t${state}\t${priority}\t${opened}\t${stops}\t${holder}\t${row.automatic}\t${line}\n`;
}

/** Control characters have been refused. */
const copyName = (name: string): string => name.replaceAll('\\', '\\\\');

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

interface UnlikeRow {
  line: number;
  number: string;
  isElsewhere: boolean;
}

function unlikeOf(rows: readonly UnlikeRow[]): Pick<StoredBatch, 'elsewhere' | 'differing' | 'notes'> {
  const elsewhere = rows.filter(({ isElsewhere }) => isElsewhere).length;
  const notes = rows.map(({ line, number, isElsewhere }) => ({
    line,
    column: null,
    value: number,
    reason: isElsewhere ? 'is known under another service, and stays there' : 'differs from what is known, which stays',
  }));
  return { elsewhere, differing: rows.length - elsewhere, notes };
}

/** Of the rows that were there already: a statement of its own, which sees those that came twice in this batch. */
const UNLIKE = `
  SELECT n.line, n.number, known.service_id <> n.service_id AS "isElsewhere"
  FROM incoming n
  JOIN ticket_event known ON known.source_id = $1 AND (known.number, known.sequence, known.observed_at) = (n.number, n.sequence, n.observed_at)
  WHERE known.service_id <> n.service_id OR (${said('known')}) IS DISTINCT FROM (${said('n')})
  ORDER BY n.line`;

function said(row: string): string {
  return ['state', 'priority', 'opened_at', 'first_response_at', 'resolved_at', 'closed_at', 'holder', 'automatic']
    .map((column) => `${row}.${column}`)
    .join(', ');
}

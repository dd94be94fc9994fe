import {
  type CountRow,
  countRowReader,
  type ImportProfile,
  type ProbeRow,
  probeRowReader,
  type RowReader,
  type ServiceOfRow,
  servicesByCell,
  type TicketRow,
  ticketRowReader,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { StoreRows } from './ledger.js';
import { storeMeasurements } from './measurement-ledger.js';
import { storeTickets } from './ticket-ledger.js';

export type MeasuredRow = TicketRow | ProbeRow | CountRow;

/** How the rows of a file are read, and where they go: both by the kind of its profile. */
export interface RowLedger {
  read: RowReader<MeasuredRow>;
  store: StoreRows<MeasuredRow>;
}

/** @throws {DomainError} When the header lacks a column that the profile names. */
export function rowLedger(profile: ImportProfile, header: readonly string[], service: ServiceOfRow): RowLedger {
  if (profile.kind === 'tickets') {
    return { read: ticketRowReader(profile, header, service), store: storeTickets as StoreRows<MeasuredRow> };
  }
  const read =
    profile.kind === 'probes' ? probeRowReader(profile, header, service) : countRowReader(profile, header, service);
  return { read, store: storeMeasurements as StoreRows<MeasuredRow> };
}

/** The one service named, or the slugs of all of them as the profile looks them up. */
export async function serviceOfRow(
  tx: EntityManager,
  profile: ImportProfile,
  serviceId: string | null,
): Promise<ServiceOfRow> {
  if (serviceId) return { id: serviceId };
  const rows: { id: string; slug: string }[] = await tx.query('SELECT id, slug FROM service');
  const service = profile.service!;
  return { column: service.column, idByCell: servicesByCell(service, new Map(rows.map(({ id, slug }) => [slug, id]))) };
}

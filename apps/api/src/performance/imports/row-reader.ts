import {
  type CountRow,
  countRowReader,
  type ImportProfile,
  type OutageRow,
  outageRowReader,
  type ProbeRow,
  probeRowReader,
  type RowReader,
  type ServiceOfRow,
  servicesByCell,
  type SurveyRow,
  surveyRowReader,
  type TicketRow,
  ticketRowReader,
  type ValueRow,
  valueRowReader,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';

export type MeasuredRow = TicketRow | ProbeRow | CountRow | ValueRow | OutageRow | SurveyRow;

/** @param now A row of later is refused. @throws {DomainError} When the header lacks a column that the profile names. */
export function rowReader(
  profile: ImportProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: Date,
): RowReader<MeasuredRow> {
  switch (profile.kind) {
    case 'tickets':
      return ticketRowReader(profile, header, service, now.getTime());
    case 'probes':
      return probeRowReader(profile, header, service, now.getTime());
    case 'counts':
      return countRowReader(profile, header, service, now.getTime());
    case 'values':
      return valueRowReader(profile, header, service, now.getTime());
    case 'outages':
      return outageRowReader(profile, header, service, now.getTime());
    case 'answers':
      return surveyRowReader(profile, header, service, now.getTime());
  }
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

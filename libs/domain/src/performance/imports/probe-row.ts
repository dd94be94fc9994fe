import { KEPT_SINCE } from '../measurements/kept-since.js';
import { cellOf, CellReader, timeCell } from './cells.js';
import type { ProbeProfile } from './probe-profile.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import { timeReader } from './time-format.js';
import { wholeRows } from './whole-rows.js';

/** Whether a service was up at an instant (epoch milliseconds). */
export interface ProbeRow {
  readonly serviceId: string;
  readonly observedAt: number;
  readonly up: boolean;
}

/**
 * @param now Epoch milliseconds; a row of later is refused.
 * @throws {DomainError} When the header lacks a column that the profile names.
 */
export function probeRowReader(
  profile: ProbeProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: number,
): RowReader<ProbeRow> {
  const observedAt = timeCell(cellOf(header, profile.format, profile.observedAt), timeReader(profile.time));
  const status = cellOf(header, profile.format, profile.status.column);
  const meanings = new Map([
    ...profile.status.up.map((text) => [text, true] as const),
    ...profile.status.down.map((text) => [text, false] as const),
  ]);
  const serviceOf = serviceFinder(service, header, profile.format);

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const at = reader.time(observedAt);
    if (at !== null && at < KEPT_SINCE) reader.fault(observedAt, 'is before 2000');
    const row = { serviceId: found.id, observedAt: at, up: reader.meaning(status, meanings) };
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    return { kind: 'row', row: row as ProbeRow };
  });
}

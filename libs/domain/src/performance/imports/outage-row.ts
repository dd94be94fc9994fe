import { cellOf, CellReader, timeCell } from './cells.js';
import type { OutageProfile } from './outage-profile.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import { timeReader } from './time-format.js';
import { wholeRows } from './whole-rows.js';

/** When a service was down: from `observedAt` up to `to` (epoch milliseconds), or since then. */
export interface OutageRow {
  readonly serviceId: string;
  readonly externalId: string;
  readonly observedAt: number;
  readonly to: number | null;
  /** null = nobody says. */
  readonly cause: string | null;
}

const LONGEST_CAUSE = 500;

/**
 * @param now Epoch milliseconds; a row of later is refused.
 * @throws {DomainError} When the header lacks a column that the profile names.
 */
export function outageRowReader(
  profile: OutageProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: number,
): RowReader<OutageRow> {
  const instant = timeReader(profile.time);
  const cell = (column: string) => cellOf(header, profile.format, column);
  const number = profile.number === undefined ? null : cell(profile.number);
  const [from, to] = [timeCell(cell(profile.from), instant), timeCell(cell(profile.to), instant)];
  const cause = profile.cause === undefined ? null : cell(profile.cause);
  const serviceOf = serviceFinder(service, header, profile.format);

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const at = reader.time(from);
    const end = reader.optionalTime(to);
    if (at !== null && end !== null && end <= at) reader.fault(to, 'is not after its beginning');
    const called = number && reader.name(number);
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const row = {
      serviceId: found.id,
      externalId: called ?? new Date(at!).toISOString(),
      observedAt: at!,
      to: end,
      cause: cause?.text(cells)?.slice(0, LONGEST_CAUSE) ?? null,
    };
    return { kind: 'row', row };
  });
}

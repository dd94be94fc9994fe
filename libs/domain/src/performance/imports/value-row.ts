import { type SeenValues, seenOfCell, unitFault } from '../measurements/told-values.js';
import { cellOf, CellReader } from './cells.js';
import { intervalCells } from './interval-cells.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import type { ValueProfile } from './value-profile.js';
import { wholeRows } from './whole-rows.js';

/** Values seen from `observedAt` up to `to` (epoch milliseconds), and how they are distributed. */
export interface ValueRow extends SeenValues {
  readonly serviceId: string;
  readonly series: string;
  readonly unit: string;
  readonly observedAt: number;
  readonly to: number;
}

/**
 * @param now Epoch milliseconds; a row of later is refused.
 * @throws {DomainError} When the header lacks a column that the profile names.
 */
export function valueRowReader(
  profile: ValueProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: number,
): RowReader<ValueRow> {
  const cell = (column: string) => cellOf(header, profile.format, column);
  const told = intervalCells(profile, header, now);
  const values = cell(profile.values);
  const unit = 'column' in profile.unit ? cell(profile.unit.column) : profile.unit.name;
  const serviceOf = serviceFinder(service, header, profile.format);

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const interval = told.interval(reader);
    const text = reader.number(values, profile.decimalMark);
    const seen = text === null ? null : seenOfCell(text);
    if (typeof seen === 'string') reader.fault(values, seen);
    const measuredIn = typeof unit === 'string' ? unit : reader.required(unit);
    const odd = typeof unit === 'string' || measuredIn === null ? null : unitFault(measuredIn);
    if (odd && typeof unit !== 'string') reader.fault(unit, odd);
    const series = told.series(reader);
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const row = { serviceId: found.id, series, unit: measuredIn, ...interval, ...(seen as SeenValues) };
    return { kind: 'row', row: row as ValueRow };
  });
}

import { cellOf, CellReader } from './cells.js';
import type { CountProfile } from './count-profile.js';
import { intervalCells } from './interval-cells.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import { wholeRows } from './whole-rows.js';

/** Events counted from `observedAt` up to `to` (epoch milliseconds). */
export interface CountRow {
  readonly serviceId: string;
  readonly series: string;
  readonly observedAt: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
}

/** Digits of a count: every number of them is exact. */
const LONGEST = 15;

/**
 * @param now Epoch milliseconds; a row of later is refused.
 * @throws {DomainError} When the header lacks a column that the profile names.
 */
export function countRowReader(
  profile: CountProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: number,
): RowReader<CountRow> {
  const cell = (column: string) => cellOf(header, profile.format, column);
  const told = intervalCells(profile, header, now);
  const [good, total] = [cell(profile.good), cell(profile.total)];
  const serviceOf = serviceFinder(service, header, profile.format);

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const interval = told.interval(reader);
    const counted = {
      good: reader.count(good, LONGEST, profile.decimalMark),
      total: reader.count(total, LONGEST, profile.decimalMark),
    };
    if (counted.good !== null && counted.total !== null && counted.good > counted.total)
      reader.fault(good, 'is more than the total');
    const series = told.series(reader);
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    return { kind: 'row', row: { serviceId: found.id, series, ...interval, ...counted } as CountRow };
  });
}

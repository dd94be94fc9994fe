import { isAhead } from '../measurements/is-ahead.js';
import { KEPT_SINCE } from '../measurements/kept-since.js';
import { intervalFault } from '../measurements/longest-interval.js';
import { nameFault } from '../measurements/series-name.js';
import { cellOf, CellReader, timeCell } from './cells.js';
import type { CountProfile } from './count-profile.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import { timeReader } from './time-format.js';
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
  const instant = timeReader(profile.time);
  const cell = (column: string) => cellOf(header, profile.format, column);
  const from = timeCell(cell(profile.from), instant);
  const to = typeof profile.to === 'string' ? timeCell(cell(profile.to), instant) : profile.to.minutes * 60_000;
  const [good, total] = [cell(profile.good), cell(profile.total)];
  const series = 'column' in profile.series ? cell(profile.series.column) : profile.series.name;
  const serviceOf = serviceFinder(service, header, profile.format);

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const at = reader.time(from);
    if (at !== null && at < KEPT_SINCE) reader.fault(from, 'is before 2000');
    const end = typeof to === 'number' ? at && at + to : reader.time(to);
    const length = at === null || end === null ? null : intervalFault(at, end);
    if (length) reader.fault(typeof to === 'number' ? from : to, length);
    if (typeof to === 'number' && end !== null && isAhead(end, now)) reader.fault(from, 'ends in the future');
    const counted = { good: reader.count(good, LONGEST), total: reader.count(total, LONGEST) };
    if (counted.good !== null && counted.total !== null && counted.good > counted.total)
      reader.fault(good, 'is more than the total');
    const name = typeof series === 'string' ? series : reader.required(series);
    const odd = typeof series === 'string' || name === null ? null : nameFault(name);
    if (odd && typeof series !== 'string') reader.fault(series, odd);
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    return { kind: 'row', row: { serviceId: found.id, series: name, observedAt: at, to: end, ...counted } as CountRow };
  });
}

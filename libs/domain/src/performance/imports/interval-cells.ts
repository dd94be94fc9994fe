import { z } from 'zod';
import { isAhead } from '../measurements/is-ahead.js';
import { KEPT_SINCE } from '../measurements/kept-since.js';
import { intervalFault } from '../measurements/longest-interval.js';
import { nameFault } from '../measurements/series-name.js';
import { cellOf, type CellReader, timeCell } from './cells.js';
import { column, type FileFormat } from './file-format.js';
import { type TimeFormat, timeReader } from './time-format.js';

/** What profiles say of rows that tell of an interval of a series. */
export const intervalParts = {
  from: column,
  /** A column, or how long every interval is. */
  to: z.union([column, z.strictObject({ minutes: z.int().min(1).max(44_640) })]),
  /** What is counted or measured, by which commitments name it: a column, or the same for every row. */
  series: z.union([z.strictObject({ column }), z.strictObject({ name: z.string().trim().min(1).max(200) })]),
};

interface IntervalProfile {
  readonly format: FileFormat;
  readonly time: TimeFormat;
  readonly from: string;
  readonly to: string | { readonly minutes: number };
  readonly series: { readonly column: string } | { readonly name: string };
}

/** The interval of a row and its series; null where they are at fault, which the reader of the row gathers. */
export interface IntervalOfRow {
  readonly observedAt: number | null;
  readonly to: number | null;
  readonly series: string | null;
}

/** @throws {DomainError} When the header lacks a column that the profile names. */
export function intervalCells(profile: IntervalProfile, header: readonly string[], now: number) {
  const instant = timeReader(profile.time);
  const cell = (name: string) => cellOf(header, profile.format, name);
  const from = timeCell(cell(profile.from), instant);
  const to = typeof profile.to === 'string' ? timeCell(cell(profile.to), instant) : profile.to.minutes * 60_000;
  const series = 'column' in profile.series ? cell(profile.series.column) : profile.series.name;

  return {
    interval(reader: CellReader): Omit<IntervalOfRow, 'series'> {
      const at = reader.time(from);
      if (at !== null && at < KEPT_SINCE) reader.fault(from, 'is before 2000');
      const end = typeof to === 'number' ? at && at + to : reader.time(to);
      const length = at === null || end === null ? null : intervalFault(at, end);
      if (length) reader.fault(typeof to === 'number' ? from : to, length);
      if (typeof to === 'number' && end !== null && isAhead(end, now)) reader.fault(from, 'ends in the future');
      return { observedAt: at, to: end };
    },
    series(reader: CellReader): string | null {
      if (typeof series === 'string') return series;
      const name = reader.required(series);
      const odd = name === null ? null : nameFault(name);
      if (odd) reader.fault(series, odd);
      return name;
    },
  };
}

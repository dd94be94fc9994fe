import type { Interval } from '../foundation/interval.js';
import type { SliceColumns } from './evidence.js';

/** Slices of one day: their indexes, half-open, and when they begin and end. */
export interface SliceDay {
  readonly ref: string;
  readonly run: Interval;
  readonly from: number;
  readonly to: number;
}

/** Where and how long the slices of columns are. */
type Frame = Pick<SliceColumns, 'ref' | 'from' | 'everyMs'>;

interface Known extends Frame {
  readonly count: number;
  readonly boundaries: readonly number[];
  readonly days: readonly SliceDay[];
}

/** Many columns of one frame are judged one after the other: the last answer is kept. */
let last: Known | null = null;

/** The slices of each day, where nothing is taken out. */
export function sliceDays(columns: SliceColumns, boundaries: readonly number[]): readonly SliceDay[] {
  const { ref, from, everyMs } = columns;
  const count = columns.total.length;
  if (
    last?.boundaries !== boundaries ||
    last.from !== from ||
    last.everyMs !== everyMs ||
    last.count !== count ||
    last.ref !== ref
  ) {
    const cuts = boundaries.map((at) => sliceFrom(columns, at));
    const runs = cuts.slice(1).map((to, i) => ({ from: cuts[i]!, to }));
    const days = dayRuns(
      columns,
      runs.filter((run) => run.from < run.to),
    );
    last = { ref, from, everyMs, count, boundaries, days };
  }
  return last.days;
}

/** Each run with its name and times. */
export function dayRuns({ ref = 'slices', from, everyMs }: Frame, runs: readonly Interval[]): readonly SliceDay[] {
  return runs.map((run) => ({
    ref: `${ref}[${run.from}..${run.to - 1}]`,
    run,
    from: from + run.from * everyMs,
    to: from + run.to * everyMs,
  }));
}

/** The first slice that begins at or after an instant. */
export const sliceFrom = ({ from, everyMs, total }: SliceColumns, at: number): number =>
  Math.min(Math.max(Math.ceil((at - from) / everyMs), 0), total.length);

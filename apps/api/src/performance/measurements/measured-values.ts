import { isBeyond, percentileOf } from '@accord/sla';
import { type StoredSketch, storedSketch } from '../ledger/stored-sketch.js';
import type { MeasuredValues } from './measurement.type.js';

/** What a row tells of values; null where it is of something else. */
export interface StoredValues {
  unit: string | null;
  sketch: StoredSketch | null;
  total: string | null;
}

/** The row with its sketch as people read it. */
export function withValues<R extends StoredValues>({ unit, sketch, ...row }: R) {
  return { ...row, values: sketch && valuesOf(unit!, sketch, row.total!) };
}

function valuesOf(unit: string, stored: StoredSketch, total: string): MeasuredValues {
  const sketch = storedSketch(Number(total), stored);
  const at = (percent: string): number | null => {
    const value = percentileOf(sketch, percent);
    return value === null || isBeyond(value) ? null : value;
  };
  return { unit, median: at('50'), p95: at('95'), greatest: at('100') };
}

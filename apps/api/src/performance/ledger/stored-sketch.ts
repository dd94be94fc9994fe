import { DEFAULT_RELATIVE_ERROR, type QuantileSketch } from '@accord/sla';

/**
 * A sketch as a column holds it: its buckets, and how many values lie in each; nothing at all where every value is 0. So
 * two arrays are unnested beside each other, which is quick.
 */
export type StoredSketch = readonly [buckets: readonly number[], counts: readonly number[]] | readonly [];

/** @param total How many values there are: what lies in no bucket is 0. */
export function storedSketch(total: number, stored: StoredSketch): QuantileSketch {
  const buckets = bucketsOf(stored);
  const zeros = buckets.reduce((left, [, count]) => left - count, total);
  return { relativeError: DEFAULT_RELATIVE_ERROR, zeros, buckets };
}

export const bucketsOf = ([buckets = [], counts = []]: StoredSketch): QuantileSketch['buckets'] =>
  buckets.map((bucket, i) => [bucket, counts[i]!]);

/** As COPY reads it. */
export function sketchText(sketch: QuantileSketch['buckets']): string {
  if (sketch.length === 0) return '{}';
  return `{{${sketch.map(([bucket]) => bucket).join(',')}},{${sketch.map(([, count]) => count).join(',')}}}`;
}

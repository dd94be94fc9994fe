import { DEFAULT_RELATIVE_ERROR, type QuantileSketch } from '@accord/sla';

/** The sketch of values as it is stored: what lies in no bucket is 0. @param total How many values there are. */
export function storedSketch(total: number, buckets: QuantileSketch['buckets']): QuantileSketch {
  const zeros = buckets.reduce((left, [, count]) => left - count, total);
  return { relativeError: DEFAULT_RELATIVE_ERROR, zeros, buckets };
}

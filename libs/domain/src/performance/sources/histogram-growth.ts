import { seenOfBuckets } from '../measurements/told-values.js';
import type { Measured } from '../measurements/sift.js';
import { growthOf } from './counter-growth.js';
import type { PrometheusSeries } from './prometheus-answer.js';

/** The values seen in an interval; `fault` says why they cannot be recorded. */
export interface SeenValuesStep {
  readonly at: number;
  readonly to: number;
  readonly total: number;
  readonly sketch: NonNullable<Measured['sketch']>;
  readonly bounds?: Measured['bounds'];
  readonly fault: string | null;
}

/**
 * What was seen between the steps of a range by a histogram, or several of the same bounds: each bucket is a counter that
 * is followed by itself, as `counterGrowth` follows them. A step at which no bucket was seen makes a gap on both sides.
 *
 * @param from The first step; epoch milliseconds, like `to`, the last one.
 * @returns The intervals between neighbouring steps, in order; or why the answer is of no use.
 */
export function histogramGrowth(
  buckets: readonly PrometheusSeries[],
  { from, to, stepMs }: { from: number; to: number; stepMs: number },
): SeenValuesStep[] | { readonly unusable: string } {
  if (buckets.some(({ bound }) => bound === undefined))
    return {
      unusable: 'The answer holds counters that are no buckets: name those with the label le, such as …_bucket.',
    };
  const bounds = [...new Set(buckets.map(({ bound }) => bound!))];
  if (bounds.length > 0 && !bounds.includes('+Inf'))
    return {
      unusable:
        'The answer holds no bucket +Inf: what lay beyond the last bound is unknown. Leave le out of the selector.',
    };
  const growth = bounds.map((bound) => [bound, growthOf(buckets.filter((one) => one.bound === bound))] as const);
  const seenAt = new Set(buckets.flatMap(({ values }) => [...values.keys()]));
  const steps: SeenValuesStep[] = [];
  for (let at = from; at + stepMs <= to; at += stepMs) {
    const end = at + stepMs;
    if (!seenAt.has(at) || !seenAt.has(end)) continue;
    const seen = seenOfBuckets(Object.fromEntries(growth.map(([bound, by]) => [bound, by.get(end) ?? 0])));
    steps.push(
      typeof seen === 'string'
        ? { at, to: end, total: 0, sketch: [], fault: seen }
        : { at, to: end, ...seen, fault: null },
    );
  }
  return steps;
}

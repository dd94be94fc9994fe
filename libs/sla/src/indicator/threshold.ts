import type { Calendar } from '../calendar/calendar.js';
import { assertInstant } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import type { Interval } from '../foundation/interval.js';
import {
  assertSketch,
  countAtMost,
  countOf,
  isBeyond,
  mergeSketches,
  percentileOf,
} from '../sketch/quantile-sketch.js';
import { measureCounts } from './counts.js';
import type { Count, Probe, Sample, SketchedStretch, Stretch } from './evidence.js';
import type { PercentileIndicator, ThresholdIndicator } from './indicator.js';
import type { Measured } from './measured.js';

type Limit = Pick<ThresholdIndicator, 'limit' | 'good'>;

/** Samples as probes: up while the value keeps the limit. */
export function probesOf(limit: Limit, samples: readonly Sample[]): Probe[] {
  samples.forEach(assertSample);
  return samples.map(({ ref, at, value }) => ({ ref, at, status: keeps(limit, value) ? 'up' : 'down' }));
}

/**
 * Counts samples taken from the start of a period until `judgedTo`, and how many keep the limit. Samples have no
 * coverage: when one should have been taken is not known.
 *
 * @throws {InputError} When a sample was taken at no instant, or its value is no finite number.
 */
export function measureSamples(
  calendar: Calendar,
  limit: Limit,
  period: Interval,
  judgedTo: number,
  samples: readonly Sample[],
  takenOut: readonly Stretch[],
): Measured {
  samples.forEach(assertSample);
  const counts = samples.map(({ ref, at, value }): Count => ({
    ref,
    from: at,
    to: at,
    good: Number(keeps(limit, value)),
    total: 1,
  }));
  const measured = measureCounts(calendar, period, judgedTo, counts, takenOut);
  const limitStep = step('threshold.limit', { good: limit.good, samples: samples.length }, limit.limit);
  return { ...measured, coverage: null, steps: [limitStep, ...measured.steps] };
}

/**
 * Counts the values of sketches that begin from the start of a period until `judgedTo`, and how many are at most the
 * limit, within the relative error of the sketches.
 *
 * @param percent The percentile that is promised; the explanation tells its value, and `beyond` with none where it lies
 *   above every bucket of a histogram.
 * @throws {InputError} When a sketch is malformed, or their errors differ.
 */
export function measureSketches(
  calendar: Calendar,
  { limit, unit, percent }: Pick<PercentileIndicator, 'limit' | 'unit'> & { readonly percent: string },
  period: Interval,
  judgedTo: number,
  sketches: readonly SketchedStretch[],
  takenOut: readonly Stretch[],
): Measured {
  sketches.forEach(({ sketch }, i) => assertSketch(`sketches[${i}].sketch`, sketch));
  const counts = sketches.map(({ ref, from, to, sketch, intervals }): Count => {
    const counted = { good: countAtMost(sketch, limit), total: countOf(sketch) };
    return { ref, from, to, ...counted, ...(intervals !== undefined && { intervals }) };
  });
  const measured = measureCounts(calendar, period, judgedTo, counts, takenOut);
  const counted = new Set(
    measured.contributions.flatMap((item) => (item.kind === 'count' && item.notCounted === null ? [item.ref] : [])),
  );
  const seen = sketches.filter(({ ref }) => counted.has(ref)).map(({ sketch }) => sketch);
  const whole = seen.length > 0 ? mergeSketches(seen) : null;
  const value = whole && percentileOf(whole, percent);
  const beyond = value !== null && isBeyond(value);
  const intervals = measured.contributions.reduce(
    (sum, item) => (item.kind === 'count' && item.notCounted === null ? sum + item.intervals : sum),
    0,
  );
  const valueStep = step(
    'percentile.value',
    { percent, limit, unit: unit ?? null, sketches: intervals, relativeError: whole?.relativeError ?? null, beyond },
    beyond ? null : value,
  );
  const [excludedStep, sumStep] = measured.steps as [Step, Step];
  const { good, total } = sumStep.result as { good: number; total: number };
  const withinStep = step(
    'percentile.within',
    { limit, unit: unit ?? null, sketches: intervals },
    { good, total },
    sumStep.evidence,
  );
  return { ...measured, steps: [excludedStep, withinStep, valueStep] };
}

const keeps = ({ limit, good }: Limit, value: number): boolean => (good === 'atMost' ? value <= limit : value >= limit);

function assertSample({ at, value }: Sample, i: number): void {
  assertInstant(`samples[${i}].at`, at);
  if (!Number.isFinite(value))
    throw new InputError('OUT_OF_RANGE', `samples[${i}].value`, value, 'must be a finite number');
}

import { assertCount, assertList, assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED, parsePercent } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';

/**
 * How values are distributed, in buckets that grow by a constant factor: any percentile can be told within a relative
 * error, and sketches of parts merge into exactly the sketch of the whole, in any order. Immutable, plain JSON.
 *
 * The idea is DDSketch (Masson, Rim, Lee: "DDSketch: A fast and fully-mergeable quantile sketch with relative-error
 * guarantees", VLDB 2019), without its collapsing of buckets: the error holds for every percentile.
 */
export interface QuantileSketch {
  /** 0.01: a percentile is at most 1 % off. */
  readonly relativeError: number;
  readonly zeros: number;
  /** `[i, n]`: n values above γ^(i-1) and up to γ^i, with γ = (1 + error) / (1 - error). In order of i, no n is 0. */
  readonly buckets: readonly (readonly [index: number, count: number])[];
}

export const DEFAULT_RELATIVE_ERROR = 0.01;

const MOST = 1e300;
const GREATEST_BOUND = 1e12;

/**
 * The sketch of values, such as durations.
 *
 * @param values From 0 to 1e300: of greater ones the buckets could not be told apart from infinity.
 * @throws {InputError} When a value is no such number, or the error is not from 0.0001 to 0.5.
 */
export function sketchOf(values: ArrayLike<number>, relativeError = DEFAULT_RELATIVE_ERROR): QuantileSketch {
  assertRelativeError('relativeError', relativeError);
  if (typeof values !== 'object' || values === null || !Number.isSafeInteger(values.length))
    throw new InputError('MALFORMED', 'values', values, 'must be a list of numbers');
  const counts = new Map<number, number>();
  const width = Math.log(growth(relativeError));
  let zeros = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!(typeof value === 'number' && value >= 0 && value <= MOST))
      throw new InputError('OUT_OF_RANGE', `values[${i}]`, value, `must be a number from 0 to ${MOST}`);
    if (value === 0) zeros += 1;
    else add(counts, Math.ceil(Math.log(value) / width), 1);
  }
  return frozen(relativeError, zeros, counts);
}

/**
 * The sketch of a histogram, of which it is known only between which bounds its values lay. Each counts as just below
 * the upper one, by three times the error at most: a limit that is one of the bounds is judged exactly, and no other one
 * too kindly by more than that. What lay above the last bound is beyond every limit.
 *
 * @param buckets Each with its upper bound, from 0 to 1e12 and above the one before, and how many values lay in it.
 * @param beyond How many lay above the last bound.
 * @throws {InputError} When a bound or a count is no such number, or the error is not from 0.0001 to 0.5.
 *
 * @example
 * // Prometheus: le="100" 24, le="300" 80, le="+Inf" 100
 * sketchOfHistogram([[100, 24], [300, 56]], 20);
 */
export function sketchOfHistogram(
  buckets: readonly (readonly [upTo: number, count: number])[],
  beyond = 0,
  relativeError = DEFAULT_RELATIVE_ERROR,
): QuantileSketch {
  assertRelativeError('relativeError', relativeError);
  assertList('buckets', buckets);
  assertCount('beyond', beyond);
  const counts = new Map<number, number>();
  const width = Math.log(growth(relativeError));
  let zeros = 0;
  buckets.forEach((bucket, i) => {
    assertList(`buckets[${i}]`, bucket);
    const [upTo, count] = bucket;
    const before = i === 0 ? -1 : buckets[i - 1]![0];
    if (!(typeof upTo === 'number' && upTo > before && upTo >= 0 && upTo <= GREATEST_BOUND))
      throw new InputError('OUT_OF_RANGE', `buckets[${i}][0]`, upTo, 'must be above the bound before, 1e12 at most');
    assertCount(`buckets[${i}][1]`, count);
    if (count === 0) return;
    if (upTo === 0) zeros += count;
    else add(counts, Math.ceil(Math.log(upTo) / width) - 1, count);
  });
  if (beyond > 0) add(counts, Math.ceil(Math.log(MOST) / width), beyond);
  return frozen(relativeError, zeros, counts);
}

/**
 * Whether a percentile lies above the last bound of a histogram, so that its value is not known.
 *
 * @throws {InputError} When it is no number that a percentile may be.
 */
export function isBeyond(percentile: number): boolean {
  if (!(typeof percentile === 'number' && percentile >= 0 && percentile < Infinity))
    throw new InputError('OUT_OF_RANGE', 'percentile', percentile, 'must be a number, 0 or more');
  return percentile > MOST / 10;
}

/**
 * The sketch of everything that was seen by any of the sketches. Counts are added, so that order and grouping make no
 * difference.
 *
 * @throws {InputError} When there is none, or their errors differ.
 */
export function mergeSketches(sketches: readonly QuantileSketch[]): QuantileSketch {
  assertList('sketches', sketches);
  const [first] = sketches;
  if (!first) throw new InputError('MISSING', 'sketches', sketches, 'must hold a sketch');
  const counts = new Map<number, number>();
  sketches.forEach((sketch, i) => assertSketch(`sketches[${i}]`, sketch));
  sketches.forEach((sketch, i) => {
    if (sketch.relativeError !== first.relativeError)
      throw new InputError(
        'MISMATCH',
        `sketches[${i}].relativeError`,
        sketch.relativeError,
        `must be ${first.relativeError}, as of the first`,
      );
    sketch.buckets.forEach(([index, count]) => add(counts, index, count));
  });
  const zeros = sketches.reduce((sum, sketch) => sum + sketch.zeros, 0);
  return frozen(first.relativeError, zeros, counts);
}

/** How many values the sketch has seen. */
export function countOf({ zeros, buckets }: QuantileSketch): number {
  return buckets.reduce((sum, [, count]) => sum + count, zeros);
}

/**
 * The percentile by nearest rank: the least value that at least so many percent of the values do not exceed, within the
 * relative error. Null for a sketch that has seen nothing.
 *
 * @throws {InputError} When the sketch is malformed, or the percentage no decimal from 0 to 100.
 */
export function percentileOf(sketch: QuantileSketch, percent: string): number | null {
  assertSketch('sketch', sketch);
  const count = countOf(sketch);
  const part = parsePercent('percent', percent);
  if (count === 0) return null;
  const rank = Exact.max(1, part.times(count).div(HUNDRED).ceil());
  let seen = sketch.zeros;
  if (rank.lte(seen)) return 0;
  const bucket = sketch.buckets.find(([, bucketCount]) => rank.lte((seen += bucketCount)))!;
  return middleOf(sketch.relativeError, bucket[0]);
}

/**
 * How many values a limit is not exceeded by, as the sketch tells them: at least so many percent of all exactly when
 * {@link percentileOf} that many percent does not exceed the limit.
 */
export function countAtMost({ relativeError, zeros, buckets }: QuantileSketch, limit: number): number {
  if (limit < 0) return 0;
  return buckets.reduce((sum, [index, count]) => (middleOf(relativeError, index) <= limit ? sum + count : sum), zeros);
}

/** @throws {InputError} When what was read from JSON is no sketch. */
export function assertSketch(path: string, sketch: QuantileSketch): void {
  assertRecord(path, sketch);
  const { relativeError, zeros, buckets } = sketch;
  assertRelativeError(`${path}.relativeError`, relativeError);
  assertCount(`${path}.zeros`, zeros);
  assertList(`${path}.buckets`, buckets);
  buckets.forEach((bucket, i) => {
    assertList(`${path}.buckets[${i}]`, bucket);
    const [index, count] = bucket;
    assertCount(`${path}.buckets[${i}][1]`, count);
    if (Number.isInteger(index) && (i === 0 || buckets[i - 1]![0] < index)) return;
    throw new InputError('MALFORMED', `${path}.buckets[${i}][0]`, index, 'must be a whole number above the one before');
  });
}

function assertRelativeError(path: string, relativeError: number): void {
  if (typeof relativeError === 'number' && relativeError >= 0.0001 && relativeError <= 0.5) return;
  throw new InputError('OUT_OF_RANGE', path, relativeError, 'must be from 0.0001 to 0.5');
}

const growth = (relativeError: number): number => (1 + relativeError) / (1 - relativeError);

/** The value that is equally far, by ratio, from both ends of a bucket. */
function middleOf(relativeError: number, index: number): number {
  return (1 - relativeError) * growth(relativeError) ** index;
}

const add = (counts: Map<number, number>, index: number, count: number): void =>
  void counts.set(index, (counts.get(index) ?? 0) + count);

function frozen(relativeError: number, zeros: number, counts: ReadonlyMap<number, number>): QuantileSketch {
  const buckets = [...counts].sort(([a], [b]) => a - b).map((bucket) => Object.freeze(bucket));
  return Object.freeze({ relativeError, zeros, buckets: Object.freeze(buckets) });
}

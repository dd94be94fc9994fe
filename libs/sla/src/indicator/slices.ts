import { assertCount } from '../foundation/check.js';
import { parseDecimal, ratioOf } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import { type Share, sumOfShares } from './shares.js';

/** Good events of all events in one slice of time. */
export interface Slice {
  readonly good: number;
  readonly total: number;
}

/** The ratio of the sums over slices: the event-based truth. Null without events. */
export function occurrences(slices: readonly Slice[]): string | null {
  slices.forEach(assertSlice);
  return ratioOf(sum(slices.map(({ good }) => good)), sum(slices.map(({ total }) => total)));
}

/** How many slices reach a ratio. A slice without events is good: nothing went wrong in it. */
export function goodSlices(slices: readonly Slice[], sliceTargetRatio: string): number {
  slices.forEach(assertSlice);
  const target = parseDecimal('sliceTargetRatio', sliceTargetRatio);
  return slices.filter(({ good, total }) => target.times(total).lte(good)).length;
}

/**
 * The mean of the ratios of slices: what a contract that averages intervals asks for, and nothing else should. Idle
 * slices count as 1. Null without slices.
 */
export function meanOfRatios(slices: readonly Slice[]): string | null {
  slices.forEach(assertSlice);
  const shares = slices.map(({ good, total }): Share => (total === 0 ? [1n, 1n] : [BigInt(good), BigInt(total)]));
  return ratioOf(sumOfShares(shares), slices.length);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function assertSlice({ good, total }: Slice, i: number): void {
  assertCount(`slices[${i}].good`, good);
  assertCount(`slices[${i}].total`, total);
  if (good > total) throw new InputError('OUT_OF_RANGE', `slices[${i}].good`, good, 'must not exceed `total`');
}

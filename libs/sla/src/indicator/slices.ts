import { assertCount, assertList, assertRecord } from '../foundation/check.js';
import { parseRatio } from '../foundation/ratio.js';
import { ratioOf } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import { type Share, sumOfShares } from './shares.js';

/** Good events of all events in one slice of time. */
export interface Slice {
  readonly good: number;
  readonly total: number;
}

/** The ratio of the sums over slices: the event-based truth. Null without events. */
export function occurrences(slices: readonly Slice[]): string | null {
  assertSlices(slices);
  return ratioOf(sum(slices.map(({ good }) => good)), sum(slices.map(({ total }) => total)));
}

/** How many slices reach a ratio. A slice without events is good: nothing went wrong in it. */
export function goodSlices(slices: readonly Slice[], sliceTargetRatio: string): number {
  assertSlices(slices);
  const target = parseRatio('sliceTargetRatio', sliceTargetRatio);
  return slices.filter(({ good, total }) => target.times(total).lte(good)).length;
}

/**
 * The mean of the ratios of slices: what a contract that averages intervals asks for, and nothing else should. Idle
 * slices count as 1. Null without slices.
 */
export function meanOfRatios(slices: readonly Slice[]): string | null {
  assertSlices(slices);
  const shares = slices.map(({ good, total }): Share => (total === 0 ? [1n, 1n] : [BigInt(good), BigInt(total)]));
  return ratioOf(sumOfShares(shares), slices.length);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function assertSlices(slices: readonly Slice[]): void {
  assertList('slices', slices);
  slices.forEach(assertSlice);
}

function assertSlice(slice: Slice, i: number): void {
  assertRecord(`slices[${i}]`, slice);
  const { good, total } = slice;
  assertCount(`slices[${i}].good`, good);
  assertCount(`slices[${i}].total`, total);
  if (good > total) throw new InputError('OUT_OF_RANGE', `slices[${i}].good`, good, 'must not exceed `total`');
}

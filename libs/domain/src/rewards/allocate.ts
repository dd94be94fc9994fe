import { Fraction, type FractionLike, sumOf } from './fraction.js';

/**
 * Splits whole units, such as cents, by ratios so that the parts sum to the whole: each gets the whole units of its
 * exact part, and what is left goes by one to the largest remainders; of equal ones to the larger ratio, then to the
 * earlier position. A ratio of 0 never receives.
 *
 * @example
 * allocate(5n, [0, 7, 3]); // [0n, 4n, 1n]
 * allocate(0n, [1, '3/7']); // [0n, 0n]
 *
 * @throws {RangeError} When units or a ratio are below 0, or there are units and no ratio above 0.
 */
export function allocate(units: bigint, ratios: readonly FractionLike[]): bigint[] {
  const shares = ratios.map((ratio) => Fraction.of(ratio));
  const sum = sumOf(shares);
  if (units < 0n || shares.some((share) => share.compare(0) < 0)) throw new RangeError('nothing below 0 is split');
  if (units === 0n) return shares.map(() => 0n);
  if (sum.compare(0) === 0) throw new RangeError('there is nobody to receive it');

  const exact = shares.map((share) => share.times(units).over(sum));
  const parts = exact.map((part) => part.floor());
  const left = parts.reduce((rest, part) => rest - part, units);
  const remainder = (i: number) => exact[i]!.minus(parts[i]!);
  const inTurn = shares
    .map((_, i) => i)
    .sort((a, b) => remainder(b).compare(remainder(a)) || shares[b]!.compare(shares[a]!) || a - b);
  // Who has no remainder comes last, and fewer units are left than there are remainders.
  for (const i of inTurn.slice(0, Number(left))) parts[i]! += 1n;
  return parts;
}

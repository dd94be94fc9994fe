import { Exact } from '../foundation/decimal.js';

/** A part of a whole: `num / den`. */
export type Share = readonly [num: bigint, den: bigint];

/** Decimals of a sum that has no finite form. */
const DECIMALS = 50;
const SCALE = 10n ** BigInt(DECIMALS);

/**
 * The sum of shares. It is added without any rounding, and written rounded up in the 50th decimal: so written it exceeds
 * a shorter decimal exactly when the true sum does, and a verdict never depends on rounding.
 */
export function sumOfShares(shares: readonly Share[]): Exact {
  const [num, den] = added(mergedByDenominator(shares));
  return new Exact(((num * SCALE + den - 1n) / den).toString()).div(new Exact(10).pow(DECIMALS));
}

/** A decimal as a share. */
export function shareOfDecimal(value: Exact): Share {
  const decimals = value.decimalPlaces();
  return [BigInt(value.times(new Exact(10).pow(decimals)).toFixed(0)), 10n ** BigInt(decimals)];
}

/** Few denominators stand for many shares: so few long numbers are multiplied. */
function mergedByDenominator(shares: readonly Share[]): Share[] {
  const nums = new Map<bigint, bigint>();
  for (const [num, den] of shares) nums.set(den, (nums.get(den) ?? 0n) + num);
  return [...nums].map(([den, num]) => [num, den]);
}

/** By halves, so that numbers of like length meet. */
function added(shares: readonly Share[]): Share {
  if (shares.length <= 1) return shares[0] ?? [0n, 1n];
  const half = shares.length >> 1;
  const [a, b] = added(shares.slice(0, half));
  const [c, d] = added(shares.slice(half));
  return [a * d + c * b, b * d];
}

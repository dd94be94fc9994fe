import { Decimal } from 'decimal.js';
import type { Comparator } from '../agreements/commitment-terms.js';

/** Decimals shown beyond those of the target, and at least. */
const FURTHER_DECIMALS = 1;
const LEAST_DECIMALS = 2;

/**
 * A ratio as the percentage that people read, one decimal finer than its target and rounded to the worse side, so that
 * a missed target never reads as met.
 *
 * @param ratio 0 to 1; null without data.
 */
export function shownFigure(ratio: string | null, target: string, comparator: Comparator): string | null {
  if (ratio === null) return null;
  const decimals = Math.max(LEAST_DECIMALS, new Decimal(target).decimalPlaces() + FURTHER_DECIMALS);
  const rounding = comparator === 'atLeast' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL;
  return new Decimal(ratio).times(100).toFixed(decimals, rounding);
}

/** A score, an attainment or a factor as people read it: two decimals, half up. Nothing is judged by it. */
export function shownScore(score: string): string;
export function shownScore(score: string | null): string | null;
export function shownScore(score: string | null): string | null {
  return score && new Decimal(score).toFixed(LEAST_DECIMALS, Decimal.ROUND_HALF_UP);
}

/** Percentage points on the good side of the target; negative when it is missed. */
export function marginOf(figure: string | null, target: string, comparator: Comparator): string | null {
  if (figure === null) return null;
  const above = new Decimal(figure).minus(target);
  return (comparator === 'atLeast' ? above : above.negated()).toFixed();
}

/** A share of 0 to 1 as percent with two decimals, rounded down; null stays null. */
export function shownShare(ratio: string | null): string | null {
  return ratio === null ? null : new Decimal(ratio).times(100).toFixed(2, Decimal.ROUND_FLOOR);
}

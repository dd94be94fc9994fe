import { type Judgement, type Period } from '@accord/sla';
import { burnRate } from '@accord/sla/burn';
import { Decimal } from 'decimal.js';
import type { Comparator } from '../agreements/commitment-terms.js';

const DAY_MS = 86_400_000;
const Exact = Decimal.clone({ precision: 60 });

/** How fast the budget of a running period goes: 1 uses it up exactly at the end. null = nothing to judge it by. */
export interface BurnRates {
  readonly day: string | null;
  readonly week: string | null;
}

/** The last days of a running period, as far as they lie in it. */
export function burnWindow(period: Period, judgedTo: number, days: 1 | 7): Period {
  return { ...period, from: Math.max(period.from, judgedTo - days * DAY_MS), to: judgedTo };
}

/**
 * How many times faster than allowed errors came, with two decimals: share of errors ÷ share that the target allows,
 * after the Google SRE Workbook, chapter 5.
 *
 * @param judgement Of the window.
 * @param target Percent.
 * @returns null when nothing was measured, or the target allows no error at all.
 */
export function burnRateOf(
  { numerator, denominator }: Pick<Judgement, 'numerator' | 'denominator'>,
  { target, comparator }: { target: string; comparator: Comparator },
): string | null {
  if (new Exact(denominator).isZero()) return null;
  const compared = new Exact(numerator).div(denominator);
  const [errors, least] =
    comparator === 'atLeast'
      ? [new Exact(1).minus(compared), target]
      : [compared, new Exact(100).minus(target).toFixed()];
  const rate = burnRate(least, errors.toFixed(20));
  return rate === null ? null : new Exact(rate).toFixed(2);
}

import { earnBack, type Money, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { EarnBackTerms } from '../../agreements/remedy-terms.js';

/** A closed period of the same commitment that follows a miss without a gap. */
export interface FollowingPeriod {
  readonly isMet: boolean;
  /** Share of the good, in percent; null = nothing is known. */
  readonly goodPercent: string | null;
}

/**
 * Whether a credit came back to who owed it: the periods after the miss were all closed, and each was kept at the level.
 * A period of which nothing is known does not keep it.
 *
 * @param percent Of the charge, what the credit is alone.
 * @param following In the order of time; later ones than needed are ignored.
 */
export function earnedBack(
  { periods, levelPercent }: EarnBackTerms,
  { percent, charge }: { readonly percent: string; readonly charge: Money },
  following: readonly FollowingPeriod[],
): { readonly isEarnedBack: boolean; readonly explanation: readonly Step[] } {
  const credit = { ...charge, amount: new Decimal(charge.amount).times(percent).div(100).toFixed() };
  // What was promised is a question of yes or no, which the verdict answers.
  const results = following.map(({ isMet, goodPercent }) =>
    levelPercent === null ? (isMet ? '100' : '0') : (goodPercent ?? '0'),
  );
  const { status, explanation } = earnBack(
    { credit, targetPercent: levelPercent ?? '100', followingPeriods: periods },
    results,
  );
  return {
    isEarnedBack: status === 'refunded',
    explanation: explanation.map(({ rule }) => ({
      rule,
      inputs: { periods, levelPercent, kept: results.length, creditPercent: percent },
      result: { status },
    })),
  };
}

import type { Interval } from '@accord/sla';
import type { FollowingPeriod } from './earned-back.js';
import type { LoneCredit } from './settle-year.js';

/** A period of a commitment as credits for other periods see it. */
export interface KeptPeriod extends Interval, FollowingPeriod {
  readonly isMissed: boolean;
}

/**
 * How the credit for a period stands among the other periods of its commitment: whether the one before was missed too,
 * and how those after it without a gap were kept.
 *
 * @param periods Of the commitment, in any order.
 * @param mostFollowing How many periods after it count; 0 where no credit is earned back.
 */
export function amongPeriods(
  { from, to }: Interval,
  periods: readonly KeptPeriod[],
  mostFollowing: number,
): Pick<LoneCredit, 'isRepeated' | 'following'> {
  const byStart = new Map(periods.map((period) => [period.from, period]));
  const following: FollowingPeriod[] = [];
  for (let next = byStart.get(to); next && following.length < mostFollowing; next = byStart.get(next.to))
    following.push({ isMet: next.isMet, goodPercent: next.goodPercent });
  return { isRepeated: periods.some((period) => period.to === from && period.isMissed), following };
}

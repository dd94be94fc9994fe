import type { LocalDay } from '../agreements/local-day.js';
import { calendarDaysOf } from './reward-plan.js';
import type { Days } from './proration.js';
import type { RewardedTeam } from './reward-policy.js';

/** On which days somebody has a share in what a team earns, both inclusive; no end = open. */
export interface PaidDays {
  readonly personId: string;
  readonly from: LocalDay;
  readonly to: LocalDay | null;
}

/** A team that is paid by what is measured. */
export interface PaidTeam extends RewardedTeam {
  readonly shares: readonly PaidDays[];
}

/**
 * Whether somebody is paid by one of the teams for some days. A reward is one for its whole month or quarter, so a share
 * on any day of a quarter that they touch counts.
 */
export function isPaidFor(personId: string, teams: readonly Pick<PaidTeam, 'shares'>[], days: Days): boolean {
  const { from, to } = wholeQuarters(days);
  return teams.some(({ shares }) =>
    shares.some((share) => share.personId === personId && share.from <= to && (share.to === null || share.to >= from)),
  );
}

/** Whether somebody is paid by one of the teams for a day or a later one. */
export const isPaidSince = (personId: string, teams: readonly Pick<PaidTeam, 'shares'>[], day: LocalDay): boolean =>
  isPaidFor(personId, teams, { from: day, to: '9999-12-31' });

/** From the beginning of the quarter of the first day to the end of that of the last one. */
export function wholeQuarters({ from, to }: Days): Days {
  return { from: quarterOf(from).from, to: quarterOf(to).to };
}

function quarterOf(day: LocalDay): Days {
  return calendarDaysOf(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
}

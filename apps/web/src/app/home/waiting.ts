import type { LinkProps } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { WaitingInGovernanceQuery, WaitingRewardsQuery } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';

/** One thing that does not go on before the viewer acts. */
export type Waiting = {
  id: string;
  /** What the viewer is to do, and with what. */
  words: string;
  since: string | null;
  /** The last day on which it is in time. */
  due?: string;
  overdue?: boolean;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
};

/** Actions of reviews that the viewer owns, packs to comment on, and scorecards to approve. */
export function waitingInGovernance(t: TFunction, found: WaitingInGovernanceQuery): Waiting[] {
  const actions = found.actions.edges
    .filter(({ node }) => node.viewerCanComplete)
    .map(({ node: { id, what, due, overdue, addedAt, provider } }) => ({
      id,
      words: t('app.home.action', { what, provider: provider.name }),
      since: addedAt,
      due,
      overdue,
      link: { to: '/actions', search: { mine: true } } as const,
    }));
  const reviews = (found.reviews?.edges ?? [])
    .filter(({ node }) => node.viewerCanComment && !node.commentedAt)
    .map(({ node: { id, period, stateSince, provider } }) => ({
      id,
      words: t('app.home.comment', { period: formatPeriod(period), provider: provider.name }),
      since: stateSince,
      link: { to: '/reviews/$id', params: { id } } as const,
    }));
  const scorecards = (found.providers?.edges ?? []).flatMap(({ node: { slug, name, scorecardVersions } }) =>
    scorecardVersions
      .filter(({ viewerCanApprove }) => viewerCanApprove)
      .map(({ id, number, proposedAt }) => ({
        id,
        words: t('app.home.scorecard', { number, name }),
        since: proposedAt,
        link: { to: '/providers/$slug', params: { slug }, search: { tab: 'scorecard' } } as const,
      })),
  );
  return [...actions, ...reviews, ...scorecards];
}

/** Reward plans to approve; calculations to approve, to release, and to calculate again after a restatement. */
export function waitingRewards(t: TFunction, { rewardPlans }: WaitingRewardsQuery): Waiting[] {
  return rewardPlans.flatMap(({ slug, name, versions, calculations }) => [
    ...versions
      .filter(({ viewerCanApprove }) => viewerCanApprove)
      .map(({ id, number, proposedAt }) => ({
        id,
        words: t('app.home.rewardPlan', { number, name }),
        since: proposedAt,
        link: { to: '/rewards/$plan', params: { plan: slug }, search: { tab: 'versions' } } as const,
      })),
    ...calculations.flatMap((calculation) => {
      const { id, period, calculatedAt, decidedAt } = calculation;
      const step = stepOf(calculation);
      return step === null
        ? []
        : {
            id,
            words: t(`app.home.reward.${step}`, { period: formatPeriod(period), name }),
            // Since when results differ is not said; that of the decision would mislead.
            since: { approve: calculatedAt, release: decidedAt, recalculate: null }[step],
            link: { to: '/rewards/$plan', params: { plan: slug }, search: { calculation: id } } as const,
          };
    }),
  ]);
}

type Calculation = WaitingRewardsQuery['rewardPlans'][number]['calculations'][number];

function stepOf({ viewerCanApprove, viewerCanRelease, viewerCanRecalculate }: Calculation) {
  if (viewerCanApprove) return 'approve';
  if (viewerCanRelease) return 'release';
  return viewerCanRecalculate ? 'recalculate' : null;
}

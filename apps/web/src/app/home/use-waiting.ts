import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  WaitingExclusionsDocument,
  WaitingInGovernanceDocument,
  WaitingOrdersDocument,
  WaitingRewardsDocument,
  WaitingRolesDocument,
  WaitingServicesDocument,
  WaitingUnitStagesDocument,
  WaitingVersionsDocument,
  type WaitingOrderFragment,
} from '../../generated/graphql';
import { isOutside } from '../is-outside';
import { query } from '../query';
import { useViewer } from '../session';
import { waitingInGovernance, waitingRewards, type Waiting } from './waiting';

/** Everything that waits for the viewer: proposals to decide, orders, services to charter, actions, rewards. */
export function useWaiting(): { waiting: Waiting[]; error: Error | null; retry: () => void } {
  const { t } = useTranslation();
  const viewer = useViewer();
  const roles = useQuery({ ...query(WaitingRolesDocument, {}), enabled: viewer.viewerCanManagePeople });
  const versions = useQuery({ ...query(WaitingVersionsDocument, {}), enabled: viewer.viewerCanManageAgreements });
  const exclusions = useQuery({ ...query(WaitingExclusionsDocument, {}), enabled: viewer.viewerCanSeeCommitments });
  const orders = useQuery({ ...query(WaitingOrdersDocument, {}), enabled: !isOutside(viewer) });
  const services = useQuery({ ...query(WaitingServicesDocument, {}), enabled: viewer.viewerCanManageServices });
  const unitStages = useQuery({ ...query(WaitingUnitStagesDocument, {}), enabled: viewer.viewerCanSeeBudgets });
  const governance = useQuery(
    query(WaitingInGovernanceDocument, {
      reviews: viewer.viewerCanSeeReviews,
      scorecards: viewer.viewerCanManageReviews,
    }),
  );
  const rewards = useQuery({ ...query(WaitingRewardsDocument, {}), enabled: viewer.viewerCanSeeRewards });

  const waiting: Waiting[] = [
    ...(roles.data?.proposedRoles ?? [])
      .filter(({ viewerCanApprove }) => viewerCanApprove)
      .map(({ id, role, person, proposedAt }) => ({
        id,
        words: t('app.home.role', { role: t(`people.role.${role}`), name: person.name }),
        since: proposedAt,
        link: { to: '/admin/roles' } as const,
      })),
    ...(versions.data?.proposedAgreementVersions ?? [])
      .filter(({ viewerCanApprove }) => viewerCanApprove)
      .map(({ id, number, proposedAt, agreement: { slug, name } }) => ({
        id,
        words: t('app.home.version', { number, name }),
        since: proposedAt,
        link: { to: '/agreements/$slug', params: { slug }, search: { version: String(number) } } as const,
      })),
    ...(versions.data?.proposedAgreementEnds ?? [])
      .filter(({ viewerCanApprove }) => viewerCanApprove)
      .map(({ id, proposedAt, agreement: { slug, name } }) => ({
        id,
        words: t('app.home.agreementEnd', { name }),
        since: proposedAt,
        link: { to: '/agreements/$slug', params: { slug } } as const,
      })),
    ...(versions.data?.calendars ?? []).flatMap(({ slug, name, proposedChange: change }) =>
      change?.viewerCanApprove
        ? {
            id: change.id,
            words: t('app.home.calendarChange', { name }),
            since: change.proposedAt,
            link: { to: '/manage/calendars/$slug', params: { slug } } as const,
          }
        : [],
    ),
    ...(exclusions.data?.proposedExclusions ?? [])
      .filter(({ viewerCanApprove }) => viewerCanApprove)
      .map(({ id, commitment, proposedAt }) => ({
        id,
        words: t('app.home.exclusion', { name: `${commitment.service.name}: ${commitment.name}` }),
        since: proposedAt,
        link: { to: '/commitments/exclusions', search: { state: 'PROPOSED' } } as const,
      })),
    ...(orders.data?.approvals.edges ?? [])
      .filter(({ node }) => node.viewerCanApprove)
      .map(({ node }) => waitingOrder(node, t('app.home.order', wordsOf(node)))),
    ...(orders.data?.questions.edges ?? [])
      .filter(({ node }) => node.viewerCanAnswer)
      .map(({ node }) => waitingOrder(node, t('app.home.answer', wordsOf(node)))),
    ...(orders.data?.cancellations.edges ?? [])
      .filter(({ node }) => node.viewerCanAnswerCancellation)
      .map(({ node }) => waitingOrder(node, t('app.home.cancellation', wordsOf(node)))),
    ...(services.data?.proposedServiceVersions ?? []).map(({ id, number, proposedAt, service: { slug, name } }) => ({
      id,
      words: t('app.home.serviceVersion', { number, name }),
      since: proposedAt,
      link: { to: '/manage/services/$slug', params: { slug }, search: { tab: 'plans' } } as const,
    })),
    ...(unitStages.data?.businessUnits ?? []).flatMap(({ id: unit, name, approvalRules }) =>
      approvalRules
        .filter(({ viewerCanApprove }) => viewerCanApprove)
        .map(({ id, proposedAt }) => ({
          id,
          words: t('app.home.unitStages', { name }),
          since: proposedAt,
          link: { to: '/approval-stages', search: { unit } } as const,
        })),
    ),
    ...(orders.data?.deliveries.edges ?? [])
      .filter(({ node }) => node.viewerCanAccept)
      .map(({ node }) => waitingOrder(node, t('app.home.accept', wordsOf(node)))),
    ...(governance.data ? waitingInGovernance(t, governance.data) : []),
    ...(rewards.data ? waitingRewards(t, rewards.data) : []),
  ];

  // Of services only what somebody else asked for: a proposal that the BT office charters.
  const toCharter = (services.data?.services.edges ?? [])
    .filter(({ node }) => node.lifecycle === 'PROPOSED' && node.viewerCanMoveTo.includes('CHARTERED'))
    .map(({ node: { id, slug, name } }) => ({
      id,
      words: t('app.home.charter', { name }),
      since: null,
      link: { to: '/manage/services/$slug', params: { slug } } as const,
    }));
  const failed = [roles, versions, exclusions, orders, services, unitStages, governance, rewards].filter(
    ({ isError, data }) => isError && !data,
  );
  return {
    waiting: [...waiting, ...toCharter].sort(oldestFirst),
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach(({ refetch }) => void refetch()),
  };
}

/** What does not say since when comes last. */
const oldestFirst = (a: Waiting, b: Waiting) => (a.since ?? '9').localeCompare(b.since ?? '9');

const wordsOf = ({ number, items }: WaitingOrderFragment) => ({ number, service: items[0]!.service.name });

function waitingOrder({ id, stateSince }: WaitingOrderFragment, words: string): Waiting {
  return { id, words, since: stateSince, link: { to: '/orders/$id', params: { id } } };
}

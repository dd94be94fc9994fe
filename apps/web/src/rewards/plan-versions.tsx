import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { useAct } from '../app/use-act';
import { useViewer } from '../app/session';
import {
  ApproveRewardPlanVersionDocument,
  RefuseRewardPlanVersionDocument,
  type RewardPlanVersionFragment,
} from '../generated/graphql';
import { ProposalBadge, ProposalStory } from '../governance/proposal';
import { EmptyState } from '../ui/empty-state';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent } from '../ui/format-percent';
import { KeyValueList } from '../ui/key-value-list';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { ToneBadge } from '../ui/tone-badge';
import { VersionDecision } from '../ui/version-decision';
import { CurvePicture } from './curve-picture';
import type { PlanOnPage } from './plan-page';

const PlanVersionForm = onDemand(() => import('./plan-version-form').then((module) => module.PlanVersionForm));

const route = getRouteApi('/shell/rewards/$plan');

/** The rules of a plan from day to day: what is measured, how it pays, and who agreed to it. */
export function PlanVersions({ plan }: { plan: PlanOnPage }) {
  const { t } = useTranslation();
  const { propose } = route.useSearch();
  const navigate = route.useNavigate();
  const { versions } = plan;
  return (
    <Stack gap="md">
      {propose && plan.viewerCanChange && (
        <PlanVersionForm
          key={versions[0]?.id}
          plan={plan}
          onClose={() => void navigate({ search: { tab: 'versions' } })}
        />
      )}
      {versions.length === 0 && !propose && (
        <EmptyState kind="nothingYet" title={t('rewards.noVersions')}>
          {t('rewards.noVersionsWords')}
        </EmptyState>
      )}
      {versions.map((version) => (
        <VersionOf key={version.id} version={version} />
      ))}
    </Stack>
  );
}

function VersionOf({ version }: { version: RewardPlanVersionFragment }) {
  const { t } = useTranslation();
  const { number, effectiveFrom, state, window, pool, cap, proration, curve, measures, late } = version;
  return (
    <Panel
      title={
        <>
          {t('governance.versionFrom', { number, from: formatDay(effectiveFrom) })} <ProposalBadge state={state} />{' '}
          {late && <ToneBadge tone="warning">{t('rewards.late')}</ToneBadge>}
        </>
      }
      actions={<Decide version={version} />}
    >
      <Stack gap="md">
        <ProposalStory proposal={version} />
        <KeyValueList
          columns={3}
          items={[
            { label: t('rewards.window'), value: t(`rewards.windowOf.${window}`) },
            ...(pool ? [{ label: t('rewards.poolAtTarget'), value: formatMoney(pool) }] : []),
            ...(cap ? [{ label: t('rewards.cap'), value: formatMoney(cap) }] : []),
            { label: t('rewards.proration'), value: t(`rewards.prorationOf.${proration}`) },
          ]}
        />
        <SimpleTable
          label={t('rewards.measures')}
          head={[t('rewards.measure'), t('governance.kpi.weight'), t('rewards.floor'), t('rewards.target')]}
          numeric={[1, 2, 3]}
          rows={measures.map(({ commitment, weight, floor, target }) => [
            <TextLink
              key="measure"
              to="/commitments/$service/$commitment"
              params={{ service: commitment.service.slug, commitment: commitment.slug }}
              underline="always"
            >
              {commitment.service.name}: {commitment.name}
            </TextLink>,
            formatNumber(weight),
            formatExactPercent(floor),
            formatExactPercent(target),
          ])}
        />
        <CurvePicture title={t('rewards.curveOf', { number })} curve={curve} />
      </Stack>
    </Panel>
  );
}

function Decide({ version }: { version: RewardPlanVersionFragment }) {
  const { t } = useTranslation();
  const approve = useAct(ApproveRewardPlanVersionDocument, { done: t('governance.versionApproved') });
  const refuse = useAct(RefuseRewardPlanVersionDocument, { done: t('governance.versionRefused') });
  const { id, number, state, viewerCanApprove, proposedBy, late } = version;
  return (
    <VersionDecision
      number={number}
      mayApprove={viewerCanApprove}
      mayWithdraw={proposedBy?.id === useViewer().person.id && state === 'PROPOSED'}
      approve={() => approve.mutateAsync({ id })}
      refuse={(reason) => refuse.mutateAsync({ id, reason })}
    >
      {t('rewards.approveVersionWords')} {late && t('rewards.lateWords')}
    </VersionDecision>
  );
}

import { Group, Stack, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { ApproveScorecardDocument, RefuseScorecardDocument, type ScorecardVersionFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent } from '../ui/format-percent';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { VersionDecision } from '../ui/version-decision';
import { ProposalBadge, ProposalStory } from './proposal';

type Version = ScorecardVersionFragment;

/** What is measured since when, who said so, and what waits for a second person. */
export function ScorecardVersions({ versions, action }: { versions: Version[]; action: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('governance.versions')} description={t('governance.versionsWords')} actions={action}>
      <Stack gap="lg">
        {versions.map((version) => (
          <VersionOf key={version.id} version={version} />
        ))}
      </Stack>
    </Panel>
  );
}

function VersionOf({ version }: { version: Version }) {
  const { t } = useTranslation();
  const { number, effectiveFrom, state, minimumCoverage, kpis } = version;
  const title = t('governance.versionFrom', { number, from: formatDay(effectiveFrom) });
  return (
    <section aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Text component="h3" fw={600}>
          {title} <ProposalBadge state={state} />
        </Text>
        <Decide version={version} />
      </Group>
      <ProposalStory proposal={version} />
      <SimpleTable
        label={title}
        head={[
          t('governance.kpi.name'),
          t('governance.kpi.weight'),
          t('governance.kpi.floor'),
          t('governance.kpi.target'),
        ]}
        numeric={[1, 2, 3]}
        rows={kpis.map(({ name, commitment, weight, floor, target }) => [
          <Fragment key="name">
            {name}
            <Text size="xs" className="quiet">
              {commitment.service.name}: {commitment.name}
            </Text>
          </Fragment>,
          formatNumber(weight),
          formatExactPercent(floor),
          formatExactPercent(target),
        ])}
      />
      <Text size="sm" className="quiet" mt="xs">
        {t('governance.minimumOf', { minimum: formatExactPercent(minimumCoverage) })}
      </Text>
    </section>
  );
}

function Decide({ version: { id, number, viewerCanApprove, viewerCanWithdraw } }: { version: Version }) {
  const { t } = useTranslation();
  const approve = useAct(ApproveScorecardDocument, { done: t('governance.versionApproved') });
  const refuse = useAct(RefuseScorecardDocument, { done: t('governance.versionRefused') });
  return (
    <VersionDecision
      number={number}
      mayApprove={viewerCanApprove}
      mayWithdraw={viewerCanWithdraw}
      approve={() => approve.mutateAsync({ id })}
      refuse={(reason) => refuse.mutateAsync({ id, reason })}
    >
      {t('governance.approveWords')}
    </VersionDecision>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { ApproveScorecardDocument, RefuseScorecardDocument, type ScorecardVersionFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent } from '../ui/format-percent';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
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
          t('performance.breaches.commitment'),
          t('governance.kpi.weight'),
          t('governance.kpi.floor'),
          t('governance.kpi.target'),
        ]}
        numeric={[2, 3, 4]}
        rows={kpis.map(({ name, commitment, weight, floor, target }) => [
          name,
          `${commitment.service.name}: ${commitment.name}`,
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
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null);
  const approve = useAct(ApproveScorecardDocument, { done: t('governance.versionApproved') });
  const refuse = useAct(RefuseScorecardDocument, { done: t('governance.versionRefused') });
  const close = () => setAsking(null);
  const no = viewerCanWithdraw ? t('people.roles.withdraw') : t('people.roles.refuse');
  return (
    <Group gap="xs">
      {viewerCanApprove && (
        <Button size="xs" onClick={() => setAsking('approve')}>
          {t('people.roles.approve')}
        </Button>
      )}
      {(viewerCanApprove || viewerCanWithdraw) && (
        <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
          {no}
        </Button>
      )}
      <ConfirmDialog
        opened={asking === 'approve'}
        onClose={close}
        title={t('governance.approveTitle', { number })}
        confirm={t('people.roles.approve')}
        onConfirm={() => approve.mutateAsync({ id })}
      >
        {t('governance.approveWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'refuse'}
        onClose={close}
        title={t('governance.refuseTitle', { number })}
        confirm={no}
        withReason
        onConfirm={(reason) => refuse.mutateAsync({ id, reason })}
      >
        {t('governance.refuseWords')}
      </ConfirmDialog>
    </Group>
  );
}

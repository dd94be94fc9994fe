import { Button } from '@mantine/core';
import { IconHourglassEmpty, IconRefresh, IconScale, IconSnowflake } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { useAct } from '../../app/use-act';
import { ClosePeriodDocument, RestateResultDocument } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { CopyLink } from '../../ui/copy-link';
import { onDemand } from '../../ui/on-demand';
import { formatPeriod } from '../../ui/format-instant';
import type { Commitment, Result } from './result-keys';

const ProposeExclusion = lazy(() =>
  import('./propose-exclusion-dialog').then((module) => ({ default: module.ProposeExclusionDialog })),
);

const ExclusionsToDecide = onDemand(() =>
  import('../commitments/exclusions-to-decide').then((module) => module.ExclusionsToDecide),
);

const RestatedUses = onDemand(() => import('../../governance/figure-uses').then((module) => module.RestatedUses));

/** What the viewer may do about this result. */
export function ResultActions({ commitment, result }: { commitment: Commitment; result: Result }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'close' | 'restate' | 'exclude' | null>(null);
  const period = formatPeriod(result.period);
  const close = useAct(ClosePeriodDocument, { done: t('performance.close.done', { period }) });
  const restate = useAct(RestateResultDocument, { done: t('performance.restate.done', { period }) });
  const done = () => setDialog(null);
  const address = () =>
    `${window.location.pathname}?${new URLSearchParams({ ...currentSearch(), period: result.period }).toString()}`;
  return (
    <>
      <CopyLink address={address} />
      {commitment.viewerCanSuppose && (
        <LinkButton
          size="xs"
          variant="default"
          leftSection={<IconScale size={15} />}
          to="/commitments/$service/$commitment/what-if"
          params={{ service: commitment.service.slug, commitment: commitment.slug }}
        >
          {t('performance.commitment.whatIf')}
        </LinkButton>
      )}
      {commitment.viewerCanProposeExclusion && result.state !== 'SUPERSEDED' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHourglassEmpty size={15} />}
          onClick={() => setDialog('exclude')}
        >
          {t('performance.exclude.open')}
        </Button>
      )}
      {result.viewerCanRestate && (
        <Button
          size="xs"
          variant={result.hasLateData ? 'filled' : 'default'}
          leftSection={<IconRefresh size={15} />}
          onClick={() => setDialog('restate')}
        >
          {t('performance.restate.open')}
        </Button>
      )}
      {result.viewerCanClose && (
        <Button size="xs" leftSection={<IconSnowflake size={15} />} onClick={() => setDialog('close')}>
          {t('performance.close.one', { period })}
        </Button>
      )}
      <ConfirmDialog
        opened={dialog === 'close'}
        onClose={done}
        title={t('performance.close.one', { period })}
        confirm={t('performance.close.one', { period })}
        onConfirm={() => close.mutateAsync({ period: result.period, commitmentIds: [commitment.id] })}
      >
        {t('performance.close.oneWords')}
        {dialog === 'close' && <ExclusionsToDecide commitmentIds={[commitment.id]} period={result.period} />}
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === 'restate'}
        onClose={done}
        title={t('performance.restate.title', { period })}
        confirm={t('performance.restate.open')}
        withReason
        onConfirm={(reason) => restate.mutateAsync({ id: result.id, reason })}
      >
        {t('performance.restate.words', { revision: result.revision })}
        <RestatedUses service={commitment.service.slug} slug={commitment.slug} period={result.period} />
      </ConfirmDialog>
      <Suspense>
        {dialog === 'exclude' && <ProposeExclusion commitment={commitment} result={result} onClose={done} />}
      </Suspense>
    </>
  );
}

function currentSearch(): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(window.location.search));
}

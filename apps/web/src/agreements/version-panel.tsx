import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import {
  ApproveAgreementVersionDocument,
  ProposeAgreementVersionDocument,
  RefuseAgreementVersionDocument,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay, formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import type { AgreementOnPage, Version } from './agreement-page';
import { VersionBadge } from './version-badge';

/** Where a version stands, who acts next, and what the viewer can do about it. */
export function VersionPanel({ agreement, version }: { agreement: AgreementOnPage; version: Version }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'propose' | 'approve' | 'refuse' | null>(null);
  const close = () => setDoing(null);
  const propose = useAct(ProposeAgreementVersionDocument, { done: t('agreements.proposed') });
  const approve = useAct(ApproveAgreementVersionDocument, { done: t('agreements.approved') });
  const refuse = useAct(RefuseAgreementVersionDocument, { done: t('agreements.refused') });
  const own = version.proposedBy?.id === useViewer().person.id;
  const title = { number: version.number, name: agreement.name };
  const { id, effectiveFrom, effectiveTo } = version;
  return (
    <Panel
      title={t('agreements.version', { number: version.number })}
      description={
        effectiveTo
          ? t('agreements.inForceFromTo', { from: formatDay(effectiveFrom), to: formatDay(effectiveTo) })
          : t('agreements.inForceFrom', { from: formatDay(effectiveFrom) })
      }
      actions={
        <>
          <VersionBadge agreement={agreement} version={version} />
          {agreement.viewerCanChange && version.commitments.length > 0 && (
            <Button
              component="a"
              href={`/export/agreements/${agreement.slug}.yaml?version=${version.number}`}
              download
              size="xs"
              variant="default"
              aria-label={t('agreements.downloadOf', { number: version.number })}
            >
              {t('agreements.download')}
            </Button>
          )}
          {version.viewerCanPropose && version.commitments.length > 0 && (
            <Button size="xs" onClick={() => setDoing('propose')}>
              {t('agreements.propose')}
            </Button>
          )}
          {version.viewerCanApprove && (
            <Button size="xs" onClick={() => setDoing('approve')}>
              {t('people.roles.approve')}
            </Button>
          )}
          {version.state === 'PROPOSED' && agreement.viewerCanChange && (
            <Button size="xs" variant="default" onClick={() => setDoing('refuse')}>
              {own ? t('people.roles.withdraw') : t('people.roles.refuse')}
            </Button>
          )}
        </>
      }
    >
      <Story agreement={agreement} version={version} own={own} />
      <ConfirmDialog
        opened={doing === 'propose'}
        onClose={close}
        title={t('agreements.proposeTitle', title)}
        confirm={t('agreements.propose')}
        onConfirm={() => propose.mutateAsync({ id })}
      >
        {t('agreements.proposeWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'approve'}
        onClose={close}
        title={t('agreements.approveTitle', title)}
        confirm={t('people.roles.approve')}
        onConfirm={() => approve.mutateAsync({ id })}
      >
        {own ? t('agreements.approveAlone') : t('agreements.approveWords', { from: formatDay(effectiveFrom) })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'refuse'}
        onClose={close}
        title={t('agreements.refuseTitle', title)}
        confirm={own ? t('people.roles.withdraw') : t('people.roles.refuse')}
        withReason
        onConfirm={(reason) => refuse.mutateAsync({ id, reason })}
      >
        {t('agreements.refuseWords')}
      </ConfirmDialog>
    </Panel>
  );
}

function Story({ agreement, version, own }: { agreement: AgreementOnPage; version: Version; own: boolean }) {
  const { t } = useTranslation();
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, reason, bootstrap } = version;
  const who = {
    name: proposedBy?.name ?? t('people.somebody'),
    at: proposedAt ? formatInstant(proposedAt, { style: 'date' }) : '–',
  };
  const decided = {
    name: decidedBy?.name ?? t('people.somebody'),
    at: decidedAt ? formatInstant(decidedAt, { style: 'date' }) : '–',
    reason,
  };
  if (state === 'DRAFT') {
    if (!agreement.viewerCanChange) return <div>{t('agreements.story.draft')}</div>;
    return (
      <div>{t(version.commitments.length > 0 ? 'agreements.story.draftYours' : 'agreements.story.draftEmpty')}</div>
    );
  }
  if (state === 'PROPOSED') {
    const next = version.viewerCanApprove ? (own ? 'nextAlone' : 'nextYou') : 'nextOther';
    return (
      <div>
        {t('people.roles.proposedBy', who)}{' '}
        {t(`agreements.story.${next}`, { ...who, kind: t(`agreements.kind.${agreement.kind}`) })}
      </div>
    );
  }
  if (state === 'REFUSED') return <div>{t('people.roles.refusedBy', decided)}</div>;
  return (
    <div>
      {bootstrap
        ? t('agreements.story.bootstrap', decided)
        : `${t('people.roles.proposedBy', who)} ${t('people.roles.approvedBy', decided)}`}
    </div>
  );
}

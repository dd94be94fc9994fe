import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { ApproveAgreementEndDocument, RefuseAgreementEndDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay, formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import type { AgreementOnPage } from './agreement-page';

/** An end that waits for a second person, with its reason, for who manages the agreement. */
export function WaitingEnd({ id, end }: { id: string; end: NonNullable<AgreementOnPage['proposedEnd']> }) {
  const { t } = useTranslation();
  const { person } = useViewer();
  const [doing, setDoing] = useState<'approve' | 'refuse' | null>(null);
  const approve = useAct(ApproveAgreementEndDocument, { done: t('agreements.endApproved') });
  const refuse = useAct(RefuseAgreementEndDocument);
  const { on, reason, proposedBy, proposedAt, viewerCanApprove } = end;
  const refusal = proposedBy.id === person.id ? t('people.roles.withdraw') : t('people.roles.refuse');
  const title = t('agreements.endWaiting', { on: formatDay(on) });
  const close = () => setDoing(null);
  return (
    <Panel
      title={title}
      description={t('agreements.endWaitingWords', {
        name: proposedBy.name,
        at: formatInstant(proposedAt, { style: 'date' }),
        reason,
      })}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => setDoing('refuse')}>
            {refusal}
          </Button>
          {viewerCanApprove && (
            <Button size="xs" onClick={() => setDoing('approve')}>
              {t('people.roles.approve')}
            </Button>
          )}
        </>
      }
    >
      <ConfirmDialog
        opened={doing === 'approve'}
        onClose={close}
        title={title}
        confirm={t('people.roles.approve')}
        onConfirm={() => approve.mutateAsync({ id })}
      >
        {t('agreements.endWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'refuse'}
        onClose={close}
        title={title}
        confirm={refusal}
        withReason
        onConfirm={(why) => refuse.mutateAsync({ id, reason: why })}
      >
        {t('agreements.endRefusal')}
      </ConfirmDialog>
    </Panel>
  );
}

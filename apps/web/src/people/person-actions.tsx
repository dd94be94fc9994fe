import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { EndPersonDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import type { PersonOnPage } from './person-page';
import { onDemand } from '../ui/on-demand';

const ChangePersonDialog = onDemand(() => import('./change-person-dialog').then((module) => module.ChangePersonDialog));
const ResetPasswordDialog = onDemand(() =>
  import('./reset-password-dialog').then((module) => module.ResetPasswordDialog),
);

/** What an administrator does about a person. */
export function PersonActions({ person }: { person: PersonOnPage }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'change' | 'reset' | 'end' | null>(null);
  const viewer = useViewer();
  const end = useAct(EndPersonDocument, { done: t('people.person.endDone', { name: person.name }) });
  const close = () => setDoing(null);
  return (
    <>
      <Button variant="default" onClick={() => setDoing('change')}>
        {t('people.person.change')}
      </Button>
      {person.viewerCanResetPassword && (
        <Button variant="default" onClick={() => setDoing('reset')}>
          {t('people.person.reset')}
        </Button>
      )}
      {viewer.person.id !== person.id && person.viewerCanEnd && (
        <Button variant="default" onClick={() => setDoing('end')}>
          {t('people.person.end')}
        </Button>
      )}
      {doing === 'change' && <ChangePersonDialog person={person} onClose={close} />}
      {doing === 'reset' && <ResetPasswordDialog person={person} onClose={close} />}
      {doing === 'end' && (
        <ConfirmDialog
          opened
          onClose={close}
          title={t('people.person.endTitle', { name: person.name })}
          confirm={t('people.person.end')}
          danger
          withReason
          onConfirm={(reason) => end.mutateAsync({ id: person.id, reason })}
        >
          {t('people.person.endWords')}
        </ConfirmDialog>
      )}
    </>
  );
}

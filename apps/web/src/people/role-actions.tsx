import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { ApproveRoleDocument, EndRoleDocument, RefuseRoleDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import type { Assignment } from './role-words';

/** Approve, refuse, withdraw, end: what the viewer may do about a role now. */
export function RoleActions({ role }: { role: Assignment }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [doing, setDoing] = useState<'approve' | 'refuse' | 'end' | null>(null);
  const approve = useAct(ApproveRoleDocument, { done: t('people.roles.approveDone') });
  const refuse = useAct(RefuseRoleDocument, { done: t('people.roles.refuseDone') });
  const end = useAct(EndRoleDocument, { done: t('people.roles.endDone') });
  const own = role.proposedBy?.id === viewer.person.id;
  const waits = role.state === 'PROPOSED';
  const what = { role: t(`people.role.${role.role}`), name: role.person.name };

  return (
    <>
      {waits && role.viewerCanApprove && (
        <Button size="xs" onClick={() => setDoing('approve')}>
          {t('people.roles.approve')}
        </Button>
      )}
      {waits && viewer.viewerCanManagePeople && (
        <Button size="xs" variant="default" onClick={() => setDoing('refuse')}>
          {own ? t('people.roles.withdraw') : t('people.roles.refuse')}
        </Button>
      )}
      {role.viewerCanEnd && (
        <Button size="xs" variant="default" onClick={() => setDoing('end')}>
          {t('people.roles.end')}
        </Button>
      )}
      <ConfirmDialog
        opened={doing === 'approve'}
        onClose={() => setDoing(null)}
        title={t('people.roles.approveTitle', what)}
        confirm={t('people.roles.approve')}
        onConfirm={() => approve.mutateAsync({ id: role.id })}
      >
        {own ? t('people.roles.approveAlone') : t('people.roles.approveWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'refuse'}
        onClose={() => setDoing(null)}
        title={t(own ? 'people.roles.withdrawTitle' : 'people.roles.refuseTitle', what)}
        confirm={own ? t('people.roles.withdraw') : t('people.roles.refuse')}
        withReason
        onConfirm={(reason) => refuse.mutateAsync({ id: role.id, reason })}
      >
        {t('people.roles.refuseWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'end'}
        onClose={() => setDoing(null)}
        title={t('people.roles.endTitle', what)}
        confirm={t('people.roles.end')}
        danger
        withReason
        onConfirm={(reason) => end.mutateAsync({ id: role.id, reason })}
      >
        {t('people.roles.endWords')}
      </ConfirmDialog>
    </>
  );
}

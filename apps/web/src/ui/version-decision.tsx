import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog';

type Props = {
  number: number;
  mayApprove: boolean;
  /** The viewer proposed it, and takes it back instead of refusing it. */
  mayWithdraw: boolean;
  approve: () => Promise<unknown>;
  refuse: (reason: string) => Promise<unknown>;
  /** What approving it means. */
  children: ReactNode;
};

/** What can be done about a version that waits for a second person. */
export function VersionDecision({ number, mayApprove, mayWithdraw, approve, refuse, children }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null);
  const close = () => setAsking(null);
  const no = t(mayWithdraw ? 'people.roles.withdraw' : 'people.roles.refuse');
  return (
    <Group gap="xs">
      {mayApprove && (
        <Button size="xs" onClick={() => setAsking('approve')}>
          {t('people.roles.approve')}
        </Button>
      )}
      {(mayApprove || mayWithdraw) && (
        <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
          {no}
        </Button>
      )}
      <ConfirmDialog
        opened={asking === 'approve'}
        onClose={close}
        title={t('governance.approveTitle', { number })}
        confirm={t('people.roles.approve')}
        onConfirm={approve}
      >
        {children}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'refuse'}
        onClose={close}
        title={t('governance.refuseTitle', { number })}
        confirm={no}
        withReason
        onConfirm={refuse}
      >
        {t('governance.refuseWords')}
      </ConfirmDialog>
    </Group>
  );
}

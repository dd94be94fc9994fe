import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { RefuseExclusionDocument, WithdrawExclusionDocument, type ExclusionRowFragment } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { onDemand } from '../../ui/on-demand';
import classes from './exclusions-page.module.css';

const ApproveExclusionDialog = onDemand(() =>
  import('./approve-exclusion-dialog').then((module) => module.ApproveExclusionDialog),
);

/** Approve and refuse for a second person, withdraw for the proposer. */
export function ExclusionActions({ exclusion }: { exclusion: ExclusionRowFragment }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'approve' | 'refuse' | 'withdraw' | null>(null);
  const { id, commitment, viewerCanApprove, viewerCanWithdraw } = exclusion;
  const name = `${commitment.service.name}: ${commitment.name}`;
  const refuse = useAct(RefuseExclusionDocument, { done: t('performance.exclusions.refused') });
  const withdraw = useAct(WithdrawExclusionDocument, { done: t('performance.exclusions.withdrawn') });
  if (!viewerCanApprove && !viewerCanWithdraw) return null;
  const close = () => setAsking(null);
  return (
    <div className={classes.actions}>
      {viewerCanApprove && (
        <>
          <Button size="xs" onClick={() => setAsking('approve')}>
            {t('performance.exclusions.approve')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
            {t('performance.exclusions.refuse')}
          </Button>
        </>
      )}
      {viewerCanWithdraw && (
        <Button size="xs" variant="default" onClick={() => setAsking('withdraw')}>
          {t('performance.exclusions.withdraw')}
        </Button>
      )}
      {asking === 'approve' && <ApproveExclusionDialog exclusion={exclusion} name={name} onClose={close} />}
      <ConfirmDialog
        opened={asking === 'refuse'}
        onClose={close}
        title={t('performance.exclusions.refuseOf', { name })}
        confirm={t('performance.exclusions.refuse')}
        danger
        withReason
        onConfirm={(reason) => refuse.mutateAsync({ id, reason })}
      >
        {t('performance.exclusions.refuseWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'withdraw'}
        onClose={close}
        title={t('performance.exclusions.withdrawOf', { name })}
        confirm={t('performance.exclusions.withdraw')}
        onConfirm={() => withdraw.mutateAsync({ id })}
      >
        {t('performance.exclusions.withdrawWords')}
      </ConfirmDialog>
    </div>
  );
}

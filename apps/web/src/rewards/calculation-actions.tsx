import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import {
  ApproveRewardCalculationDocument,
  CalculateRewardDocument,
  RefuseRewardCalculationDocument,
  ReleaseRewardCalculationDocument,
  type CalculationRowFragment,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatPeriod } from '../ui/format-instant';

/** Approve and refuse for a second person who is not paid by it; then release; after a restatement, calculate the difference. */
export function CalculationActions({ calculation, planId }: { calculation: CalculationRowFragment; planId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'approve' | 'refuse' | 'release' | 'adjust' | null>(null);
  const approve = useAct(ApproveRewardCalculationDocument, { done: t('rewards.approved') });
  const refuse = useAct(RefuseRewardCalculationDocument, { done: t('rewards.refused') });
  const release = useAct(ReleaseRewardCalculationDocument, { done: t('rewards.releasedDone') });
  const adjust = useAct(CalculateRewardDocument, { done: t('rewards.adjusted') });
  const { id, period, viewerCanApprove, viewerCanRelease, viewerCanRecalculate } = calculation;
  const title = { period: formatPeriod(period) };
  const close = () => setAsking(null);
  return (
    <>
      {viewerCanApprove && (
        <>
          <Button size="xs" onClick={() => setAsking('approve')}>
            {t('people.roles.approve')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
            {t('people.roles.refuse')}
          </Button>
        </>
      )}
      {viewerCanRelease && (
        <Button size="xs" onClick={() => setAsking('release')}>
          {t('rewards.release')}
        </Button>
      )}
      {viewerCanRecalculate && (
        <Button size="xs" variant="default" onClick={() => setAsking('adjust')}>
          {t('rewards.recalculate')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking === 'approve'}
        onClose={close}
        title={t('rewards.approveTitle', title)}
        confirm={t('people.roles.approve')}
        onConfirm={() => approve.mutateAsync({ id })}
      >
        {t('rewards.approveWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'refuse'}
        onClose={close}
        title={t('rewards.refuseTitle', title)}
        confirm={t('people.roles.refuse')}
        danger
        withReason
        onConfirm={(reason) => refuse.mutateAsync({ id, reason })}
      >
        {t('rewards.refuseWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'release'}
        onClose={close}
        title={t('rewards.releaseTitle', title)}
        confirm={t('rewards.release')}
        onConfirm={() => release.mutateAsync({ id })}
      >
        {t('rewards.releaseWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'adjust'}
        onClose={close}
        title={t('rewards.adjustTitle', title)}
        confirm={t('rewards.recalculate')}
        onConfirm={() => adjust.mutateAsync({ planId, period })}
      >
        {t('rewards.adjustWords')}
      </ConfirmDialog>
    </>
  );
}

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

/**
 * Approve and refuse for a second person who is not paid by it; then release; after a restatement, calculate the difference,
 * or again what was not released.
 */
export function CalculationActions({ calculation, planId }: { calculation: CalculationRowFragment; planId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'approve' | 'refuse' | 'release' | 'adjust' | null>(null);
  const approve = useAct(ApproveRewardCalculationDocument, { done: t('rewards.approved') });
  const refuse = useAct(RefuseRewardCalculationDocument, { done: t('rewards.refused') });
  const release = useAct(ReleaseRewardCalculationDocument, { done: t('rewards.releasedDone') });
  const { id, period, state, viewerCanApprove, viewerCanRelease, viewerCanRecalculate } = calculation;
  const again = state === 'RELEASED' ? ADJUST : REPLACE;
  const adjust = useAct(CalculateRewardDocument, { done: t(again.done) });
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
          {t(again.button)}
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
        title={t(again.title, title)}
        confirm={t(again.button)}
        onConfirm={() => adjust.mutateAsync({ planId, period })}
      >
        {t(again.words)}
      </ConfirmDialog>
    </>
  );
}

const ADJUST = {
  button: 'rewards.recalculate',
  title: 'rewards.adjustTitle',
  words: 'rewards.adjustWords',
  done: 'rewards.adjusted',
} as const;
const REPLACE = {
  button: 'rewards.replace',
  title: 'rewards.replaceTitle',
  words: 'rewards.replaceWords',
  done: 'rewards.replaced',
} as const;

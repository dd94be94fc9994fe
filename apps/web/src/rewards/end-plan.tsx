import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { EndRewardPlanDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay } from '../ui/format-instant';

/** Ends a plan, with a reason; offered once every calculation is released. */
export function EndPlan({ plan: { id, name } }: { plan: { id: string; name: string } }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const today = useToday();
  const end = useAct(EndRewardPlanDocument, { done: t('rewards.planEnded') });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('rewards.endPlan')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('rewards.endPlanTitle', { name })}
        confirm={t('rewards.endPlan')}
        danger
        withReason
        onConfirm={(reason) => end.mutateAsync({ id, reason })}
      >
        {t('rewards.endPlanWords', { day: formatDay(today) })}
      </ConfirmDialog>
    </>
  );
}

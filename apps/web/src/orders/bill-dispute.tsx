import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { WithdrawChargeDisputeDocument, type BillDisputeFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatMoney } from '../ui/format-money';
import { onDemand } from '../ui/on-demand';
import { ToneBadge, type Tone } from '../ui/tone-badge';
import classes from './bill.module.css';

const AnswerDialog = onDemand(() => import('./bill-answer-dialog').then((module) => module.BillAnswerDialog));

const tones: Record<BillDisputeFragment['state'], Tone> = {
  OPEN: 'warning',
  ACCEPTED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};

/** What somebody does not agree with, what they were answered, and what the viewer may do about it. */
export function BillDispute({ dispute }: { dispute: BillDisputeFragment }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'answer' | 'withdraw' | null>(null);
  const withdraw = useAct(WithdrawChargeDisputeDocument, { done: t('bill.dispute.withdrawDone') });
  const { id, state, reason, by, answer, answeredBy, givenBack, viewerCanAnswer, viewerCanWithdraw } = dispute;
  return (
    <div className={classes.dispute}>
      <ToneBadge tone={tones[state]}>{t(`bill.dispute.state.${state}`)}</ToneBadge>
      <p>{t('bill.dispute.by', { name: by.name, reason })}</p>
      {answer && answeredBy && <p>{t('bill.dispute.answered', { name: answeredBy.name, answer })}</p>}
      {givenBack && <p>{t('bill.dispute.givenBack', { amount: formatMoney(givenBack) })}</p>}
      <Group gap="xs">
        {viewerCanAnswer && (
          <Button size="xs" variant="default" onClick={() => setOpen('answer')}>
            {t('bill.dispute.answer')}
          </Button>
        )}
        {viewerCanWithdraw && (
          <Button size="xs" variant="default" onClick={() => setOpen('withdraw')}>
            {t('bill.dispute.withdraw')}
          </Button>
        )}
      </Group>
      {open === 'answer' && <AnswerDialog dispute={dispute} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        opened={open === 'withdraw'}
        onClose={() => setOpen(null)}
        title={t('bill.dispute.withdraw')}
        confirm={t('bill.dispute.withdraw')}
        onConfirm={() => withdraw.mutateAsync({ id })}
      >
        {t('bill.dispute.withdrawWords')}
      </ConfirmDialog>
    </div>
  );
}

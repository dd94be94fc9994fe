import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { FailTaskDocument, RetryTaskDocument, TakeTaskDocument, type TaskFactsFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { onDemand } from '../ui/on-demand';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import './fulfilment-words';

const AssignDialog = onDemand(() => import('./fulfilment-assign-dialog').then((module) => module.AssignTaskDialog));
const FinishDialog = onDemand(() => import('./fulfilment-finish-dialog').then((module) => module.FinishTaskDialog));

type Props = {
  task: TaskFactsFragment;
  orderId: string;
  /** Only what comes next, for a row of a list. */
  short?: boolean;
  /** It is started and done by what the order itself offers. */
  withOrder?: boolean;
};

/** What the viewer can do with a task now. */
export function TaskActions({ task, orderId, short, withOrder }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'assign' | 'finish' | 'fail' | null>(null);
  const { id, name, state, webhook } = task;
  const take = useAct(TakeTaskDocument, { done: t('fulfilment.act.taken', { task: name }) });
  const retry = useAct(RetryTaskDocument, { done: t('fulfilment.act.retried', { task: name }) });
  const fail = useAct(FailTaskDocument, { done: t('fulfilment.act.failed', { task: name }) });
  const close = () => setAsking(null);
  const isNext = state === 'STARTED' || (state === 'FAILED' && webhook === null);
  return (
    <>
      {task.viewerCanTake && !withOrder && (
        <Button size="xs" loading={take.isPending} onClick={() => take.mutate({ id })}>
          {t('fulfilment.act.take')}
        </Button>
      )}
      {task.viewerCanRetry && (
        <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          {t('fulfilment.act.retry')}
        </Button>
      )}
      {task.viewerCanFinish && !withOrder && (!short || !task.viewerCanTake) && (
        <Button
          size="xs"
          variant={isNext && !task.viewerCanRetry ? 'filled' : 'default'}
          onClick={() => setAsking('finish')}
        >
          {t(state === 'FAILED' ? 'fulfilment.act.byHand' : 'fulfilment.act.finish')}
        </Button>
      )}
      {!short && task.viewerCanAssign && (
        <Button size="xs" variant="default" onClick={() => setAsking('assign')}>
          {t('fulfilment.act.assign')}
        </Button>
      )}
      {!short && task.viewerCanFail && (
        <Button size="xs" variant="default" onClick={() => setAsking('fail')}>
          {t('fulfilment.act.fail')}
        </Button>
      )}
      {[take.error, retry.error].map(
        (error) => error instanceof Refused && <RefusalPanel key={error.message} refused={error} />,
      )}
      {asking === 'assign' && <AssignDialog task={task} orderId={orderId} onClose={close} />}
      {asking === 'finish' && <FinishDialog task={task} onClose={close} />}
      {asking === 'fail' && (
        <ConfirmDialog
          opened
          onClose={close}
          title={t('fulfilment.act.failTitle', { task: name })}
          confirm={t('fulfilment.act.fail')}
          danger
          withReason
          onConfirm={(reason) => fail.mutateAsync({ id, reason })}
        >
          {t('fulfilment.act.failWords')}
        </ConfirmDialog>
      )}
    </>
  );
}

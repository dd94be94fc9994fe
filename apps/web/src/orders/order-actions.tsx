import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { useAct } from '../app/use-act';
import {
  AcceptOrderDocument,
  ApproveOrderDocument,
  CancelOrderDocument,
  FailOrderDocument,
  RejectOrderDocument,
  StartOrderDocument,
  type OrderRightsFragment,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { onDemand } from '../ui/on-demand';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { firstItem } from './first-item';

const DeliverDialog = onDemand(() => import('./deliver-dialog').then((module) => module.DeliverDialog));

type Asked = 'reject' | 'fail' | 'accept' | 'cancel';

/** What the viewer can do with an order now, and nothing else. */
export function OrderActions({ order }: { order: OrderRightsFragment }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asked | 'deliver' | null>(null);
  const { id, number } = order;
  const { service } = firstItem(order).item;
  const done = (key: 'approved' | 'rejected' | 'started' | 'failed' | 'accepted' | 'cancelled') => ({
    done: t(`orders.act.${key}`, { number }),
  });
  const start = useAct(StartOrderDocument, done('started'));
  const approve = useAct(ApproveOrderDocument, done('approved'));
  const reject = useAct(RejectOrderDocument, done('rejected'));
  const fail = useAct(FailOrderDocument, done('failed'));
  const accept = useAct(AcceptOrderDocument, done('accepted'));
  const cancel = useAct(CancelOrderDocument, done('cancelled'));

  const dialogs: Record<Asked, { act: (reason: string) => Promise<unknown>; stops?: boolean }> = {
    accept: { act: () => accept.mutateAsync({ id }) },
    reject: { act: (reason) => reject.mutateAsync({ id, reason }), stops: true },
    fail: { act: (reason) => fail.mutateAsync({ id, reason }), stops: true },
    cancel: { act: (reason) => cancel.mutateAsync({ id, reason }), stops: true },
  };
  const ask = (key: Asked | 'deliver', main = false) => (
    <Button size="xs" variant={main ? 'filled' : 'default'} onClick={() => setAsking(key)}>
      {t(`orders.act.${key}`)}
    </Button>
  );
  const close = () => setAsking(null);
  const dialog = asking && asking !== 'deliver' ? dialogs[asking] : null;
  return (
    <>
      {order.viewerCanChange && (
        <LinkButton to="/catalog/$slug/order" params={{ slug: service.slug }} search={{ draft: id }} size="xs">
          {t('orders.act.continue')}
        </LinkButton>
      )}
      {order.viewerCanApprove && (
        <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate({ id })}>
          {t('orders.act.approve')}
        </Button>
      )}
      {order.viewerCanApprove && ask('reject')}
      {order.viewerCanStart && (
        <Button size="xs" loading={start.isPending} onClick={() => start.mutate({ id })}>
          {t('orders.act.start')}
        </Button>
      )}
      {order.viewerCanDeliver && ask('deliver', true)}
      {order.viewerCanFail && ask('fail')}
      {order.viewerCanAccept && ask('accept', true)}
      {order.viewerCanCancel && ask('cancel')}
      {[start.error, approve.error].map(
        (error) => error instanceof Refused && <RefusalPanel key={error.message} refused={error} />,
      )}
      {asking === 'deliver' && <DeliverDialog order={order} onClose={close} />}
      {dialog && asking && asking !== 'deliver' && (
        <ConfirmDialog
          opened
          onClose={close}
          title={t(`orders.act.${asking}Title`, { number })}
          confirm={t(`orders.act.${asking}`)}
          danger={dialog.stops}
          withReason={dialog.stops}
          onConfirm={dialog.act}
        >
          {t(`orders.act.${asking}Words`)}
        </ConfirmDialog>
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import type { OrderRightsFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { ErrorPanel } from '../ui/error-panel';
import { onDemand } from '../ui/on-demand';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { useOrderActs, type OrderAct } from './use-order-acts';

const DeliverDialog = onDemand(() => import('./deliver-dialog').then((module) => module.DeliverDialog));
const OrderTextDialog = onDemand(() => import('./order-text-dialog').then((module) => module.OrderTextDialog));

/** What the viewer can do with an order now, and nothing else: first what brings it further. */
export function OrderActions({ order }: { order: OrderRightsFragment }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<OrderAct | 'deliver' | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [busy, setBusy] = useState<OrderAct['key'] | null>(null);
  const { id, number } = order;
  const acts = useOrderActs(order);
  const atOnce = async ({ key, run }: OrderAct) => {
    setBusy(key);
    setFault(null);
    try {
      await run('');
    } catch (error) {
      setFault(error as Error);
    } finally {
      setBusy(null);
    }
  };
  const button = (act: OrderAct) => (
    <Button
      key={act.key}
      size="xs"
      variant={act.main ? 'filled' : 'default'}
      loading={busy === act.key}
      onClick={() => (act.asks === 'nothing' ? void atOnce(act) : setAsking(act))}
    >
      {t(`orders.act.${act.key}`)}
    </Button>
  );
  const close = () => setAsking(null);
  return (
    <>
      {order.viewerCanChange && (
        <LinkButton to="/order" search={{ draft: id }} size="xs">
          {t('orders.act.continue')}
        </LinkButton>
      )}
      {acts.filter(({ main }) => main).map(button)}
      {order.viewerCanDeliver && (
        <Button size="xs" onClick={() => setAsking('deliver')}>
          {t('orders.act.deliver')}
        </Button>
      )}
      {acts.filter(({ main }) => !main).map(button)}
      {fault && (fault instanceof Refused ? <RefusalPanel refused={fault} /> : <ErrorPanel error={fault} />)}
      {asking === 'deliver' ? (
        <DeliverDialog order={order} onClose={close} />
      ) : asking?.asks === 'text' ? (
        <OrderTextDialog number={number} act={asking} onClose={close} />
      ) : (
        asking && (
          <ConfirmDialog
            opened
            onClose={close}
            title={t(`orders.act.${asking.key as 'cancel'}Title`, { number })}
            confirm={t(`orders.act.${asking.key}`)}
            danger={asking.danger}
            withReason={asking.asks === 'reason'}
            onConfirm={asking.run}
          >
            {t(`orders.act.${asking.key as 'cancel'}Words`)}
          </ConfirmDialog>
        )
      )}
    </>
  );
}

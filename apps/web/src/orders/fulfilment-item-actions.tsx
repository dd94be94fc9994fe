import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { AcceptOrderItemDocument, FailOrderItemDocument, SendBackOrderItemDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import type { FulfilledItem } from './fulfilment-panel';
import './fulfilment-words';

type ItemAct = 'acceptItem' | 'sendBackItem' | 'failItem';

/** What the viewer can do with one item of several while the others go on. */
export function ItemActions({ item }: { item: FulfilledItem }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<ItemAct | null>(null);
  const { id, viewerCanAccept, viewerCanSendBack, viewerCanFail } = item;
  const name = item.service.name;
  const accept = useAct(AcceptOrderItemDocument, { done: t('fulfilment.act.acceptedItem', { item: name }) });
  const fail = useAct(FailOrderItemDocument, { done: t('fulfilment.act.failedItem', { item: name }) });
  const sendBack = useAct(SendBackOrderItemDocument, { done: t('fulfilment.act.sentBackItem', { item: name }) });
  const run = (act: ItemAct, reason: string) =>
    ({
      acceptItem: () => accept.mutateAsync({ id }),
      sendBackItem: () => sendBack.mutateAsync({ id, reason }),
      failItem: () => fail.mutateAsync({ id, reason }),
    })[act]();
  const ask = (key: ItemAct) => (
    <Button size="xs" variant={key === 'acceptItem' ? 'filled' : 'default'} onClick={() => setAsking(key)}>
      {t(`fulfilment.act.${key}`)}
    </Button>
  );
  return (
    <>
      {viewerCanAccept && ask('acceptItem')}
      {viewerCanSendBack && ask('sendBackItem')}
      {viewerCanFail && ask('failItem')}
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t(`fulfilment.act.${asking}Title`, { item: name })}
          confirm={t(`fulfilment.act.${asking}`)}
          danger={asking === 'failItem'}
          withReason={asking !== 'acceptItem'}
          onConfirm={(reason) => run(asking, reason)}
        >
          {t(`fulfilment.act.${asking}Words`)}
        </ConfirmDialog>
      )}
    </>
  );
}

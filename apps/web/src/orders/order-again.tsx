import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { DuplicateOrderDocument } from '../generated/graphql';
import { ErrorPanel } from '../ui/error-panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import type { OrderOnPage } from './order-page';

/** A new draft of the same items, at the prices of today. */
export function OrderAgain({ order: { id, state } }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { viewerCanOrder } = useViewer();
  const navigate = useNavigate();
  const again = useAct(DuplicateOrderDocument, {
    onDone: ({ duplicateOrder }) => navigate({ to: '/order', search: { draft: duplicateOrder.order!.id } }),
  });
  if (!viewerCanOrder || state === 'DRAFT') return null;
  return (
    <>
      <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate({ id })}>
        {t('orders.act.again')}
      </Button>
      {again.error &&
        (again.error instanceof Refused ? <RefusalPanel refused={again.error} /> : <ErrorPanel error={again.error} />)}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { OrderState } from '../generated/graphql';
import { Timeline } from '../ui/timeline';
import type { OrderOnPage } from './order-page';

const tones: Partial<Record<OrderState, 'good' | 'bad'>> = { COMPLETED: 'good', REJECTED: 'bad', FAILED: 'bad' };

/** Every move of the order, oldest first. To be submitted and to wait for approval is one act. */
export function OrderEvents({ events }: Pick<OrderOnPage, 'events'>) {
  const { t } = useTranslation();
  const entries = events
    .filter(({ to }) => to !== 'AWAITING_APPROVAL')
    .map(({ id, at, to, by, reason }) => ({
      id,
      at,
      title: by
        ? t('orders.moved', { state: t(`orders.move.${to}`), name: by.name })
        : t('orders.movedByItself', { state: t(`orders.move.${to}`) }),
      body: reason ? `“${reason}”` : undefined,
      tone: tones[to],
    }));
  return <Timeline entries={entries} />;
}

import { useTranslation } from 'react-i18next';
import type { OrderMove } from '../generated/graphql';
import { Timeline } from '../ui/timeline';
import type { OrderOnPage } from './order-page';

const tones: Partial<Record<OrderMove, 'good' | 'warning' | 'bad'>> = {
  ACCEPT: 'good',
  ACCEPT_BY_SILENCE: 'good',
  ASK_BEFORE_APPROVAL: 'warning',
  ASK_DURING_WORK: 'warning',
  HOLD: 'warning',
  ASK_CANCELLATION: 'warning',
  REJECT: 'bad',
  FAIL: 'bad',
};

/** Every move of the order, oldest first. To be submitted and to wait for approval is one act. */
export function OrderEvents({ events }: Pick<OrderOnPage, 'events'>) {
  const { t } = useTranslation();
  const entries = events
    .filter(({ move }) => move !== 'ASK_APPROVAL')
    .map(({ id, at, move, by, reason }) => {
      const did = t(`orders.move.${move ?? 'DRAFT'}`);
      return {
        id,
        at,
        title: by
          ? t('orders.moved', { move: did, name: by.name })
          : move === 'APPROVE_BY_RULE' || move === 'ACCEPT_BY_SILENCE'
            ? did
            : t('orders.movedByItself', { move: did }),
        body: reason ? `“${reason}”` : undefined,
        tone: move ? tones[move] : undefined,
      };
    });
  return <Timeline entries={entries} />;
}

import { useTranslation } from 'react-i18next';
import { Instant } from '../ui/instant';
import { ToneBadge } from '../ui/tone-badge';
import { lastDelivery, type Promised } from './last-delivery';

/** Until when an order was promised, and whether that was kept; a dash where nothing was promised. */
export function DueWords({ order }: { order: Promised }) {
  const { t } = useTranslation();
  const delivery = lastDelivery(order);
  if (!delivery) return <span className="quiet">–</span>;
  const { dueAt, verdict } = delivery;
  return (
    <span>
      <span className="one-line">
        <Instant at={dueAt} />
      </span>{' '}
      {verdict !== 'RUNNING' && (
        <ToneBadge tone={verdict === 'MET' ? 'good' : 'bad'}>
          {verdict === 'MET' ? '✓ ' : '✕ '}
          {t(`orders.delivery.${verdict}`)}
        </ToneBadge>
      )}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import type { OrderRowFragment } from '../generated/graphql';
import { Instant } from '../ui/instant';
import { ToneBadge } from '../ui/tone-badge';

/** Until when an order was promised, and whether that was kept; a dash where nothing was promised. */
export function DueWords({ delivery }: Pick<OrderRowFragment, 'delivery'>) {
  const { t } = useTranslation();
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

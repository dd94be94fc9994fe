import { useTranslation } from 'react-i18next';
import { Instant } from '../ui/instant';
import { useNextWords, type Next } from './use-next-words';

/** Who acts next and since when, or why nobody can, for a cell of a list. */
export function WaitingFor({ order }: { order: Next & { stateSince: string } }) {
  const { t } = useTranslation();
  const who = useNextWords()(order) ?? order.stuckBecause;
  if (!who) return <span className="quiet">–</span>;
  return (
    <span>
      {who}{' '}
      <small className="quiet one-line">
        {t('orders.since')} <Instant at={order.stateSince} style="date" />
      </small>
    </span>
  );
}

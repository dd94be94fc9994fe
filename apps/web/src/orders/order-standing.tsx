import { useTranslation } from 'react-i18next';
import { Instant } from '../ui/instant';
import type { OrderOnPage } from './order-page';
import { useNextWords } from './use-next-words';
import classes from './stage-tracker.module.css';

/** Who acts next and since when; of an order that has ended, who ended it. */
export function OrderStanding({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const next = useNextWords()(order);
  const { state, stateSince, events } = order;
  const who = next ?? events.at(-1)?.by.name;
  return (
    <p className={classes.standing}>
      {t(`orders.standing.${state}`, { who })}{' '}
      <span className="quiet">
        {t('orders.sinceAt')} <Instant at={stateSince} />
      </span>
    </p>
  );
}

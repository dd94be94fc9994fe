import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { codeWord } from '../i18n/code-word';
import { Instant } from '../ui/instant';
import type { OrderOnPage } from './order-page';
import { useNextWords } from './use-next-words';
import classes from './stage-tracker.module.css';

/** Who acts next and since when; of an order that has ended, who ended it. */
export function OrderStanding({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const next = useNextWords()(order);
  const { person } = useViewer();
  const { state, stateSince, events, nextActors, stuckBecause } = order;
  const yours = nextActors.some(({ id }) => id === person.id);
  const who = next ?? events.at(-1)?.by?.name;
  return (
    <p className={classes.standing}>
      {stuckBecause ?? (yours ? codeWord('orders.standingYours', state) : t(`orders.standing.${state}`, { who }))}{' '}
      <span className="quiet">
        {t('orders.sinceAt')} <Instant at={stateSince} />
      </span>
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session';
import { formatNumber } from '../ui/format-number';
import { Instant } from '../ui/instant';
import { onDemand } from '../ui/on-demand';
import { ToneBadge } from '../ui/tone-badge';
import type { ItemOnPage } from './order-page';
import classes from './orders.module.css';

const Explanation = onDemand(() => import('../performance/explanation').then((module) => module.Explanation));

const tones = { RUNNING: 'accent', MET: 'good', BREACHED: 'bad' } as const;
const marks = { RUNNING: '', MET: '✓ ', BREACHED: '✕ ' } as const;

/** Until when an item was promised, how long it took, and the steps of the clock; nothing where nothing was promised. */
export function DeliveryWords({ item: { delivery } }: { item: ItemOnPage }) {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  if (!delivery) return null;
  const { verdict, dueAt, deliveredAt, targetHours, elapsedHours, overdueHours, explanation, waited } = delivery;
  const hours = (decimal: string) => formatNumber(decimal, { maximumFractionDigits: 2 });
  const isStopped = waited.some(({ to }) => to === null);
  const stopped = overdueHours
    ? `✕ ${t('orders.delivery.stoppedLate', { hours: hours(overdueHours) })}`
    : t('orders.delivery.stopped');
  return (
    <div>
      {t('orders.delivery.due')} <Instant at={dueAt} />
      {deliveredAt && (
        <>
          {', '}
          {t('orders.delivery.delivered').toLowerCase()} <Instant at={deliveredAt} />
        </>
      )}{' '}
      <ToneBadge tone={isStopped && !overdueHours ? 'warning' : tones[verdict]}>
        {isStopped ? stopped : `${marks[verdict]}${t(`orders.delivery.${verdict}`)}`}
      </ToneBadge>{' '}
      <span className="quiet">
        {t('orders.delivery.used', { elapsed: hours(elapsedHours), target: hours(targetHours) })}
      </span>
      <details className={classes.bill}>
        <summary>{t('orders.delivery.why')}</summary>
        <Explanation steps={explanation} zone={enterprise.timeZone} />
      </details>
    </div>
  );
}

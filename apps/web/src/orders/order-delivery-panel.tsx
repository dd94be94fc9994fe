import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session';
import { Explanation } from '../performance/explanation';
import { formatNumber } from '../ui/format-number';
import { Instant } from '../ui/instant';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import type { ItemOnPage } from './order-page';
import classes from './orders.module.css';

const tones = { RUNNING: 'accent', MET: 'good', BREACHED: 'bad' } as const;
const marks = { RUNNING: '', MET: '✓ ', BREACHED: '✕ ' } as const;

/** The time that was promised and the time it took, with the steps of the clock. */
export function OrderDeliveryPanel({ item: { delivery } }: { item: ItemOnPage }) {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  if (!delivery) return null;
  const { verdict, dueAt, deliveredAt, targetHours, elapsedHours, explanation } = delivery;
  const hours = (decimal: string) => formatNumber(decimal, { maximumFractionDigits: 2 });
  return (
    <Panel
      title={t('orders.delivery.title')}
      actions={
        <ToneBadge tone={tones[verdict]}>
          {marks[verdict]}
          {t(`orders.delivery.${verdict}`)}
        </ToneBadge>
      }
    >
      <KeyValueList
        columns={3}
        items={[
          { label: t('orders.delivery.due'), value: <Instant at={dueAt} /> },
          {
            label: t('orders.delivery.delivered'),
            value: deliveredAt ? <Instant at={deliveredAt} /> : t('orders.delivery.notYet'),
          },
          {
            label: t('orders.delivery.time'),
            value: t('orders.delivery.used', { elapsed: hours(elapsedHours), target: hours(targetHours) }),
          },
        ]}
      />
      <details className={classes.bill}>
        <summary>{t('orders.delivery.why')}</summary>
        <Explanation steps={explanation} zone={enterprise.timeZone} />
      </details>
    </Panel>
  );
}

import { useTranslation } from 'react-i18next';
import { useToday } from '../app/use-today';
import { priceWords } from '../catalog/price-words';
import { formatDay } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { ToneBadge } from '../ui/tone-badge';
import { OrderLink } from './order-link';
import { limitWords } from './what-words';
import type { SubscriptionOnPage } from './subscription-page';

/** From which day on it had, has and will have which plan, quantity, state and prices. */
export function SubscriptionHistory({ subscription: { history } }: { subscription: SubscriptionOnPage }) {
  const { t } = useTranslation();
  const today = useToday();
  const now = history.find(({ from }) => from <= today);
  return (
    <Panel title={t('orders.subscription.history')} description={t('orders.subscription.historyWords')}>
      <SimpleTable
        label={t('orders.subscription.history')}
        head={[
          t('orders.subscription.from'),
          t('orders.plan'),
          t('orders.quantity'),
          t('orders.subscription.prices'),
          t('orders.status'),
          t('orders.order'),
        ]}
        numeric={[2]}
        rows={history.map((change) => [
          <span key="from" className="one-line">
            {formatDay(change.from)}{' '}
            {change === now ? (
              <ToneBadge tone="accent">{t('orders.subscription.now')}</ToneBadge>
            ) : (
              change.from > today && <ToneBadge>{t('orders.subscription.later')}</ToneBadge>
            )}
          </span>,
          t('orders.planVersion', { plan: change.plan.name, version: change.planVersion }),
          [String(change.quantity), ...change.limits.map(limitWords)].map((words) => <div key={words}>{words}</div>),
          change.prices.length === 0 ? (
            t('orders.subscription.free')
          ) : (
            <div key="prices">
              {change.prices.map((price) => (
                <div key={price.id}>
                  {price.label}: {priceWords(price, change.plan.currency)}
                </div>
              ))}
              {change.suspendedIsCharged && <div className="quiet">{t('orders.subscription.suspendedToo')}</div>}
            </div>
          ),
          t(`orders.mine.state.${change.state}`),
          change.order ? <OrderLink key="order" order={change.order} /> : '–',
        ])}
      />
    </Panel>
  );
}

import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';
import { formatPeriod } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import type { SubscriptionOnPage } from './subscription-page';

const monthOf = (from: string) => from.slice(0, 7);

/** What it was charged month by month, and what was measured. */
export function SubscriptionCharges({ subscription }: { subscription: SubscriptionOnPage }) {
  const { t } = useTranslation();
  const { chargesByMonth, usageByMonth } = subscription;
  const [newest] = chargesByMonth;
  return (
    <>
      <Panel
        title={t('orders.subscription.charges')}
        actions={
          newest && (
            <TextLink to="/bill/$month" params={{ month: monthOf(newest.from) }}>
              {t('orders.subscription.bill')}
            </TextLink>
          )
        }
      >
        {chargesByMonth.length === 0 ? (
          <p className="quiet">{t('orders.subscription.noCharges')}</p>
        ) : (
          <SimpleTable
            label={t('orders.subscription.charges')}
            head={[t('orders.subscription.month'), t('orders.subscription.amount')]}
            numeric={[1]}
            rows={chargesByMonth.map(({ from, state, amount }) => [
              <>
                {formatPeriod(monthOf(from))}{' '}
                {state !== 'CLOSED' && <span className="quiet">{t(`orders.subscription.run.${state}`)}</span>}
              </>,
              formatMoney(amount),
            ])}
          />
        )}
      </Panel>
      {usageByMonth.length > 0 && (
        <Panel title={t('orders.subscription.usage')}>
          <SimpleTable
            label={t('orders.subscription.usage')}
            head={[t('orders.subscription.month'), t('orders.subscription.unit'), t('orders.quantity')]}
            numeric={[2]}
            rows={usageByMonth.map(({ from, unitName, quantity }) => [
              formatPeriod(monthOf(from)),
              unitName,
              formatNumber(quantity, { maximumFractionDigits: 4 }),
            ])}
          />
        </Panel>
      )}
    </>
  );
}

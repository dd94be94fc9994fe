import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import type { Draft } from './draft-panel';

type Change = Draft['priceChanges'][number];

/** Whom new prices touch and what they cost each, before anybody publishes them. */
export function PriceChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('catalog.offer.impact')} description={t('catalog.offer.impactWords')}>
      {changes.map((change) => (
        <PriceChange key={change.plan} change={change} />
      ))}
    </Panel>
  );
}

function PriceChange({ change }: { change: Change }) {
  const { t } = useTranslation();
  const { name, before, after, from, subscribersFrom, rises, units, subscriptions } = change;
  const row = (label: string, figures: Pick<Change, 'subscriptions' | 'quantity'> & Amounts) => [
    label,
    formatNumber(figures.subscriptions),
    formatNumber(figures.quantity),
    formatMoney(figures.monthlyBefore),
    formatMoney(figures.monthlyAfter),
    formatMoney(figures.monthlyDifference),
  ];
  const title = before
    ? t('catalog.offer.impactOf', { name, before, after })
    : t('catalog.offer.newPlan', { name, after });
  return (
    <>
      <p>
        <strong>{title}</strong>
        <br />
        {from && subscribersFrom
          ? before &&
            t(rises ? 'catalog.offer.rises' : 'catalog.offer.falls', {
              day: formatDay(subscribersFrom),
              from: formatDay(from),
            })
          : t('catalog.offer.calledOff')}
      </p>
      {subscriptions === 0 ? (
        before && <p className="quiet">{t('catalog.offer.nobody')}</p>
      ) : (
        <SimpleTable
          label={title}
          head={(['unit', 'subscriptions', 'quantity', 'before', 'after', 'difference'] as const).map((column) =>
            t(`catalog.offer.${column}`),
          )}
          numeric={[1, 2, 3, 4, 5]}
          rows={[
            ...units.map(({ unit, ...figures }) => row(unit.name, figures)),
            ...(units.length > 1 ? [row(t('catalog.offer.total'), change)] : []),
          ]}
        />
      )}
    </>
  );
}

type Amounts = Pick<Change, 'monthlyBefore' | 'monthlyAfter' | 'monthlyDifference'>;

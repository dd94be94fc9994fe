import { useTranslation } from 'react-i18next';
import type { BreachRowFragment } from '../../generated/graphql';
import { formatMoney } from '../../ui/format-money';
import { Panel } from '../../ui/panel';
import { groupBy } from '../group-by';
import { sumDecimals } from './sum-money';
import classes from './breaches-page.module.css';

type Props = { breaches: BreachRowFragment[]; whole: boolean };

export function providerOf({ result }: BreachRowFragment) {
  const { agreement, service } = result.commitment;
  return agreement.provider ?? service.provider ?? null;
}

/** Breaches and credits that stand, by who owes them; one currency a bar. */
export function CreditsByProvider({ breaches, whole }: Props) {
  const { t } = useTranslation();
  const standing = breaches.filter(({ supersededAt }) => !supersededAt);
  const groups = groupBy(
    standing,
    (breach) => `${providerOf(breach)?.name ?? t('performance.commitments.noProvider')}|${breach.credit?.amount?.currency ?? ''}`,
  );
  const rows = [...groups].map(([key, rowsOfGroup]) => {
    const [name = '', currency = ''] = key.split('|');
    const amounts = rowsOfGroup.flatMap(({ credit }) => (credit?.amount ? [credit.amount.amount] : []));
    return { key, name, currency, count: rowsOfGroup.length, amount: sumDecimals(amounts) };
  });
  rows.sort((a, b) => Number(b.amount) - Number(a.amount) || b.count - a.count);
  const most = Math.max(1, ...rows.map(({ amount }) => Number(amount)));
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t('performance.breaches.byProvider')}
      description={t(whole ? 'performance.breaches.byProviderWords' : 'performance.breaches.byProviderPage')}
    >
      <ul className={classes.bars}>
        {rows.map(({ key, name, currency, count, amount }) => (
          <li key={key}>
            <span>{name}</span>
            <span aria-hidden>
              <span className={classes.bar} style={{ width: `${(Number(amount) / most) * 100}%` }} />
            </span>
            <span className={`${classes.sum} figures`}>
              {currency ? formatMoney({ amount, currency }) : t('performance.breaches.noAmount')}{' '}
              <small>{t('performance.breaches.count', { count })}</small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { useTranslation } from 'react-i18next';
import type { BreachRowFragment } from '../../generated/graphql';
import { formatMoney } from '../../ui/format-money';
import { Panel } from '../../ui/panel';
import { owedByProvider } from './owed-by-provider';
import classes from './breaches-page.module.css';

type Props = { breaches: BreachRowFragment[]; whole: boolean };

/** Breaches and credits that stand, by who owes them; one bar for each currency. */
export function CreditsByProvider({ breaches, whole }: Props) {
  const { t } = useTranslation();
  const rows = owedByProvider(breaches, t('performance.commitments.noProvider'));
  const most = Math.max(1, ...rows.map(({ owed }) => Number(owed?.amount ?? 0)));
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t('performance.breaches.byProvider')}
      description={t(whole ? 'performance.breaches.byProviderWords' : 'performance.breaches.byProviderPage')}
    >
      <ul className={classes.bars}>
        {rows.map(({ provider, owed, count }) => (
          <li key={provider + owed?.currency}>
            <span>{provider}</span>
            <span aria-hidden>
              <span className={classes.bar} style={{ width: `${(Number(owed?.amount ?? 0) / most) * 100}%` }} />
            </span>
            <span className={`${classes.sum} figures`}>
              {owed ? formatMoney(owed) : t('performance.breaches.noAmount')}{' '}
              <small>{t('performance.breaches.count', { count })}</small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

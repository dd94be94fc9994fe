import { useTranslation } from 'react-i18next';
import type { BreachRowFragment } from '../../generated/graphql';
import { formatMoney } from '../../ui/format-money';
import { Panel } from '../../ui/panel';
import { creditsOwed, type OwedPart } from './credits-owed';
import classes from './breaches-page.module.css';

type Props = { breaches: BreachRowFragment[]; whole: boolean };

/** Credits of the breaches that stand: what providers owe us, and what we owe customers. */
export function WhoOwesWhat({ breaches, whole }: Props) {
  const { t } = useTranslation();
  const { toUs, byUs } = creditsOwed(breaches, t('performance.breaches.everyone'));
  if (toUs.rows.length + byUs.rows.length === 0) return null;
  return (
    <Panel
      title={t('performance.breaches.whoOwes')}
      description={t(whole ? 'performance.breaches.whoOwesWords' : 'performance.breaches.whoOwesPage')}
    >
      <div className={classes.parts}>
        <Part title={t('performance.breaches.toUs')} none={t('performance.breaches.nothingToUs')} part={toUs} />
        <Part title={t('performance.breaches.byUs')} none={t('performance.breaches.nothingByUs')} part={byUs} />
      </div>
    </Panel>
  );
}

/** One bar for each party and currency, as long as its share of what is most in that currency. */
function Part({ title, none, part: { rows, sums } }: { title: string; none: string; part: OwedPart }) {
  const { t } = useTranslation();
  const share = (row: OwedPart['rows'][number]) => {
    const same = rows.filter(({ owed }) => owed?.currency === row.owed?.currency);
    return Number(row.owed?.amount ?? 0) / Math.max(1, ...same.map(({ owed }) => Number(owed?.amount ?? 0)));
  };
  return (
    <section>
      <h3 className={classes.part}>
        {title} <span className="figures">{sums.map((sum) => formatMoney(sum)).join(' + ')}</span>
      </h3>
      {rows.length === 0 && <p className="quiet">{none}</p>}
      <ul className={classes.bars}>
        {rows.map((row) => (
          <li key={row.party + row.owed?.currency}>
            <span>{row.party}</span>
            <span aria-hidden>
              {row.owed && <span className={classes.bar} style={{ width: `${share(row) * 100}%` }} />}
            </span>
            <span className={`${classes.sum} figures`}>
              {row.owed ? formatMoney(row.owed) : t('performance.breaches.noAmount')}{' '}
              <small>{t('performance.breaches.count', { count: row.count })}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

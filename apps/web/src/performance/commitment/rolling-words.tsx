import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/format-instant';
import { formatPercent } from '../../ui/format-percent';
import { amount, amountLeft } from '../amount';
import type { Pictures } from './use-pictures';
import classes from './result-figures.module.css';

/** What may go wrong in 30 days, what did in the last ones, and what is left. */
export function RollingWords({ rolling }: { rolling: Pictures['rolling'] }) {
  const { t } = useTranslation();
  const newest = rolling.at(-1);
  if (!newest) return null;
  const { date, since, totalMs, usedMs, leftPercent } = newest;
  const share = totalMs > 0 ? Math.min(100, (usedMs / totalMs) * 100) : usedMs > 0 ? 100 : 0;
  const ms = (value: number) => amount(String(value), 'ms');
  const budget = { left: String(totalMs - usedMs), total: String(totalMs), used: String(usedMs), unit: 'ms' };
  return (
    <div>
      <div className="quiet" style={{ fontSize: 'var(--mantine-font-size-xs)', marginBottom: 4 }}>
        {t('performance.window.title')}
      </div>
      <div className={classes.track} data-over={usedMs > totalMs || undefined} aria-hidden>
        <span className={classes.used} style={{ width: `${share}%` }} />
      </div>
      <p className={`${classes.budgetWords} figures`}>
        {t('performance.window.words', {
          from: formatDay(since),
          to: formatDay(date),
          used: ms(usedMs),
          total: ms(totalMs),
          left: amountLeft(budget),
        })}
        {leftPercent != null && ` (${formatPercent(leftPercent, { decimals: 0 })})`}
      </p>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../ui/format-percent';
import { amount, amountLeft } from '../amount';
import type { Result } from './result-keys';
import classes from './result-figures.module.css';

type Props = { budget: Result['budget']; open: boolean; missing: boolean };

/** What may go wrong in the period, what did, and what is left: as a bar and in a sentence. */
export function BudgetWords({ budget, open, missing }: Props) {
  const { t } = useTranslation();
  const { unit, total, used, left, leftPercent } = budget;
  if (missing) return <p className={classes.budgetWords}>{t('performance.budget.noData')}</p>;
  const over = left.startsWith('-');
  const share = Number(total) > 0 ? Math.min(100, (Number(used) / Number(total)) * 100) : Number(used) > 0 ? 100 : 0;
  return (
    <div>
      <div className="quiet" style={{ fontSize: 'var(--mantine-font-size-xs)', marginBottom: 4 }}>
        {t('performance.budget.title')}
      </div>
      <div className={classes.track} data-over={over || undefined} aria-hidden>
        <span className={classes.used} style={{ width: `${share}%` }} />
      </div>
      <p className={`${classes.budgetWords} figures`}>
        {t(`performance.budget.${unitOf(unit)}.${open ? 'open' : 'closed'}`, {
          total: amount(total, unit),
          used: amount(used, unit),
          left: amountLeft(budget),
        })}
        {leftPercent != null && ` (${formatPercent(leftPercent, { decimals: 0 })})`}
      </p>
    </div>
  );
}

function unitOf(unit: string): 'ms' | 'tickets' | 'events' {
  return unit === 'ms' || unit === 'tickets' ? unit : 'events';
}

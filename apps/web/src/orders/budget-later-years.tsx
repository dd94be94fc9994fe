import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import type { BudgetOnPage } from './budget-page';

/** What approved orders will cost once this budget has ended; nothing where nothing lasts so long. */
export function BudgetLaterYears({ years }: { years: BudgetOnPage['laterYears'] }) {
  const { t } = useTranslation();
  if (years.length === 0) return null;
  return (
    <Panel title={t('orders.budgets.later')} description={t('orders.budgets.laterWords')}>
      <KeyValueList
        columns={2}
        items={years.map(({ from, to, cost }) => ({
          label: t('orders.budgets.fromTo', { from: formatDay(from), to: formatDay(to) }),
          value: <strong className="figures one-line">{formatMoney(cost)}</strong>,
        }))}
      />
    </Panel>
  );
}

import type { TFunction } from 'i18next';
import type { LaterYearFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';

/** What an order costs in the years after the first, and what the budget of each has left of it. */
export function laterYearItems(t: TFunction, years: readonly LaterYearFragment[]) {
  return years.map(({ from, to, cost, budgetLeft, fromAbove }) => ({
    label: t('orders.cost.laterYear', { from: formatDay(from), to: formatDay(to) }),
    value: (
      <>
        <strong className="figures one-line">{formatMoney(cost)}</strong>
        {budgetLeft && <span className="quiet"> {t('orders.cost.leftOfYear', { left: formatMoney(budgetLeft) })}</span>}
        {fromAbove && (
          <span className="quiet"> {t('orders.cost.aboveOfYear', { amount: formatMoney(fromAbove) })}</span>
        )}
      </>
    ),
  }));
}

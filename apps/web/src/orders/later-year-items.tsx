import type { TFunction } from 'i18next';
import type { LaterYearFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';

/** What an order costs in the years after the first, and what the budget of each has left of it. */
export function laterYearItems(t: TFunction, years: readonly LaterYearFragment[]) {
  return years.map(({ from, to, cost, budgetLeft, fromAbove }) => ({
    label: isCalendarYear(from, to)
      ? t('orders.cost.calendarYear', { year: from.slice(0, 4) })
      : t('orders.cost.laterYear', { from: formatDay(from), to: formatDay(to) }),
    value: (
      <>
        <strong className="figures one-line">{formatMoney(cost)}</strong>
        {budgetLeft && <div className="quiet">{t('orders.cost.leftOfYear', { left: formatMoney(budgetLeft) })}</div>}
        {fromAbove && <div className="quiet">{t('orders.cost.aboveOfYear', { amount: formatMoney(fromAbove) })}</div>}
      </>
    ),
  }));
}

const isCalendarYear = (from: string, to: string) =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { formatMoney, type MoneyValue } from '../ui/format-money';

type Cost = {
  oneOff: MoneyValue;
  monthly: MoneyValue;
  monthlyBefore?: MoneyValue | null;
  announced?: { from: string; monthly: MoneyValue } | null;
};

/** "from 1 January 2027 €99.50 a month". */
export const announcedChange = ({ from, monthly }: NonNullable<Cost['announced']>, t: TFunction): string =>
  t('orders.item.announced', { day: formatDay(from), then: formatMoney(monthly) });

/** What an item costs a month, what it cost before, and what is announced for later; once, where that is all. */
export function MonthlyChange({ cost: { oneOff, monthly, monthlyBefore, announced } }: { cost: Cost }) {
  const { t } = useTranslation();
  const now = formatMoney(monthly);
  const once = Number(oneOff.amount) > 0 ? t('orders.item.once', { amount: formatMoney(oneOff) }) : null;
  const perMonth =
    monthlyBefore && monthlyBefore.amount !== monthly.amount
      ? t('orders.item.changes', { before: formatMoney(monthlyBefore), now })
      : monthlyBefore
        ? t('orders.item.same', { now })
        : Number(monthly.amount) > 0 || !once
          ? t('orders.item.monthly', { now })
          : null;
  const later = announced ? announcedChange(announced, t) : null;
  return <span className="figures">{[once, perMonth, later].filter((part) => part !== null).join(' · ')}</span>;
}

import { useTranslation } from 'react-i18next';
import { formatMoney, type MoneyValue } from '../ui/format-money';

type Cost = { oneOff: MoneyValue; monthly: MoneyValue; monthlyBefore?: MoneyValue | null };

/** What an item costs a month, and what it cost before; once, where that is all. */
export function MonthlyChange({ cost: { oneOff, monthly, monthlyBefore } }: { cost: Cost }) {
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
  return <span className="figures">{[once, perMonth].filter((part) => part !== null).join(' · ')}</span>;
}

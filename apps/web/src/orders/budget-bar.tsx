import { useTranslation } from 'react-i18next';
import type { BudgetStandFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import classes from './budget-bar.module.css';

/** How much of a budget is spent, committed and reserved; the figures stand beside it. */
export function BudgetBar({ budget: { amount, spent, committed, reserved, left } }: { budget: BudgetStandFragment }) {
  const { t } = useTranslation();
  const share = (part: string) => `${(100 * Number(part)) / (Number(amount.amount) || 1)}%`;
  const words = {
    spent: formatMoney(spent),
    committed: formatMoney(committed),
    reserved: formatMoney(reserved),
    left: formatMoney(left),
  };
  return (
    <div role="img" aria-label={t('orders.budgets.bar', words)} className={classes.bar}>
      <span style={{ width: share(spent.amount) }} data-part="spent" />
      <span style={{ width: share(committed.amount) }} data-part="committed" />
      <span style={{ width: share(reserved.amount) }} data-part="reserved" />
    </div>
  );
}

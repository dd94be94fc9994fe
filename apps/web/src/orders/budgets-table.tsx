import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { BudgetStandFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { BudgetBar } from './budget-bar';

/** Budgets with what is spent, reserved and left of each. */
export function BudgetsTable({ budgets }: { budgets: BudgetStandFragment[] }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<BudgetStandFragment>[] => [
      {
        id: 'name',
        header: t('orders.budgets.one'),
        primary: true,
        sortValue: ({ name }) => name,
        cell: ({ id, name }) => (
          <TextLink to="/budgets/$id" params={{ id }} fw={550}>
            {name}
          </TextLink>
        ),
      },
      {
        id: 'unit',
        header: t('orders.budgets.unit'),
        sortValue: ({ unit }) => unit.name,
        cell: ({ unit }) => unit.name,
      },
      {
        id: 'period',
        header: t('orders.budgets.period'),
        sortValue: ({ from }) => from,
        cell: ({ from, to }) => (
          <span className="one-line">{t('orders.budgets.fromTo', { from: formatDay(from), to: formatDay(to) })}</span>
        ),
      },
      { id: 'amount', header: t('orders.budgets.amount'), align: 'end', cell: ({ amount }) => formatMoney(amount) },
      { id: 'spent', header: t('orders.budgets.spent'), align: 'end', cell: ({ spent }) => formatMoney(spent) },
      {
        id: 'committed',
        header: t('orders.budgets.committed'),
        align: 'end',
        cell: ({ committed }) => formatMoney(committed),
      },
      {
        id: 'reserved',
        header: t('orders.budgets.reserved'),
        align: 'end',
        cell: ({ reserved }) => formatMoney(reserved),
      },
      {
        id: 'left',
        header: t('orders.budgets.left'),
        align: 'end',
        sortValue: ({ left }) => Number(left.amount),
        cell: ({ left }) => <strong>{formatMoney(left)}</strong>,
      },
      { id: 'bar', header: t('orders.budgets.use'), width: '8rem', cell: (budget) => <BudgetBar budget={budget} /> },
    ],
    [t],
  );
  return <DataTable label={t('app.nav.budgets')} columns={columns} rows={budgets} rowId={({ id }) => id} />;
}

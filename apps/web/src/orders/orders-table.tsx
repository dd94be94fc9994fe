import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRowFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatMoney } from '../ui/format-money';
import { DueWords } from './due-words';
import { OrderLink } from './order-link';
import { OrderStateBadge } from './order-state-badge';
import { OrderWords } from './order-words';
import { firstYear } from './first-year';
import { WaitingFor } from './waiting-for';

type Props = { orders: OrderRowFragment[]; label: string; withRequester?: boolean; footer?: ReactNode };

/** Orders with where each stands, who has it, and until when it was promised. */
export function OrdersTable({ orders, label, withRequester, footer }: Props) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<OrderRowFragment>[] => [
      {
        id: 'service',
        header: t('orders.service'),
        primary: true,
        cell: (order) => (
          <div>
            <OrderLink order={order} /> <OrderWords order={order} />
          </div>
        ),
      },
      { id: 'state', header: t('orders.status'), cell: ({ state }) => <OrderStateBadge state={state} /> },
      { id: 'next', header: t('orders.waitingFor'), cell: (order) => <WaitingFor order={order} /> },
      { id: 'due', header: t('orders.promised'), cell: (order) => <DueWords order={order} /> },
      ...(withRequester
        ? [
            {
              id: 'requester',
              header: t('orders.orderedBy'),
              cell: ({ requester, unit }: OrderRowFragment) => (
                <div>
                  {requester.name}
                  <div className="quiet">{unit.name}</div>
                </div>
              ),
            },
          ]
        : []),
      {
        id: 'total',
        header: t('orders.total'),
        align: 'end',
        cell: ({ cost }) => (cost ? <Cost {...cost} /> : '–'),
      },
    ],
    [t, withRequester],
  );
  return (
    <DataTable label={label} columns={columns} rows={orders} rowId={({ id }) => id} serverSorted footer={footer} />
  );
}

/** What falls into the budget year that pays; of an order that begins after it, what the first twelve months cost. */
function Cost(cost: NonNullable<OrderRowFragment['cost']>) {
  const { t } = useTranslation();
  if (Number(cost.total.amount) !== 0 || Number(cost.monthly.amount) <= 0) return formatMoney(cost.total);
  return (
    <div>
      {formatMoney(firstYear(cost))}
      <div className="quiet">{t('orders.ofThisYear', { total: formatMoney(cost.total) })}</div>
    </div>
  );
}

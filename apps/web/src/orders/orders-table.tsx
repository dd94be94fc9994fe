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

/** The whole cost, over the contract; the part that this budget year pays, where it is another. */
function Cost({ contractValue, total }: NonNullable<OrderRowFragment['cost']>) {
  const { t } = useTranslation();
  if (Number(contractValue.amount) === Number(total.amount)) return formatMoney(total);
  return (
    <div>
      <span className="one-line">{formatMoney(contractValue)}</span>
      <div className="quiet">{t('orders.ofThisYear', { total: formatMoney(total) })}</div>
    </div>
  );
}

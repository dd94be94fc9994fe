import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { EmptyState } from '../ui/empty-state';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { Listing } from '../ui/listing';
import { ToneBadge } from '../ui/tone-badge';
import type { BudgetOnPage } from './budget-page';
import { firstItem } from './first-item';
import { OrderLink } from './order-link';

type Entries = BudgetOnPage['entries'];
type Row = Entries['edges'][number]['node'];
type Props = { entries: Entries; cursor: string | undefined; onPage: (cursor: string | undefined) => void };

const tones = {
  RESERVED: 'accent',
  RELEASED: 'neutral',
  EXPIRED: 'neutral',
  COMMITTED: 'accent',
  FREED: 'neutral',
  SPENT: 'good',
} as const;

/** Every reservation, return and expense of a budget, newest first, each with its order, its subscription, or as charges. */
export function BudgetEntries({ entries, cursor, onPage }: Props) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'order',
        header: t('orders.order'),
        primary: true,
        cell: ({ order, subscription }) => {
          if (order)
            return (
              <>
                <OrderLink order={order} /> {firstItem(order).item.service.name}
              </>
            );
          if (!subscription) return t('orders.budgets.charges');
          return (
            <TextLink to="/my-services/$id" params={{ id: subscription.id }}>
              {subscription.service.name}
            </TextLink>
          );
        },
      },
      {
        id: 'kind',
        header: t('orders.budgets.what'),
        cell: ({ kind }) => <ToneBadge tone={tones[kind]}>{t(`orders.budgets.kind.${kind}`)}</ToneBadge>,
      },
      {
        id: 'amount',
        header: t('orders.budgets.amount'),
        align: 'end',
        cell: ({ amount }) => formatMoney(amount),
      },
      { id: 'at', header: t('orders.budgets.when'), cell: ({ at }) => <Instant at={at} /> },
    ],
    [t],
  );
  return (
    <Listing
      page={entries}
      cursor={cursor}
      onPage={onPage}
      none={<EmptyState kind="nothingYet">{t('orders.budgets.noEntries')}</EmptyState>}
    >
      {(rows, pager) => (
        <DataTable
          label={t('orders.budgets.entries')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          serverSorted
          footer={pager}
        />
      )}
    </Listing>
  );
}

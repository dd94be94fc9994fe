import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { TextLink } from '../app/text-link';
import type { SubscriptionsQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { ToneBadge } from '../ui/tone-badge';
import { OrderLink } from './order-link';

type Row = SubscriptionsQuery['subscriptions']['edges'][number]['node'];

/** What is consumed, by whom, for how much a month; each can be ordered again. */
export function SubscriptionsTable({ subscriptions, footer }: { subscriptions: Row[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'service',
        header: t('orders.service'),
        primary: true,
        cell: ({ service, plan, state }) => (
          <div>
            <TextLink to="/catalog/$slug" params={{ slug: service.slug }} fw={550}>
              {service.name}
            </TextLink>{' '}
            {state === 'ENDED' && <ToneBadge>{t('orders.mine.ended')}</ToneBadge>}
            <div className="quiet">{plan.name}</div>
          </div>
        ),
      },
      { id: 'quantity', header: t('orders.quantity'), align: 'end', cell: ({ quantity }) => quantity },
      { id: 'monthly', header: t('orders.mine.monthly'), align: 'end', cell: ({ monthly }) => formatMoney(monthly) },
      {
        id: 'for',
        header: t('orders.for'),
        cell: ({ beneficiary, unit }) => (
          <div>
            {beneficiary.name}
            <div className="quiet">{unit.name}</div>
          </div>
        ),
      },
      { id: 'from', header: t('orders.mine.from'), cell: ({ startedAt }) => <Instant at={startedAt} style="date" /> },
      { id: 'order', header: t('orders.order'), cell: ({ order }) => order && <OrderLink order={order} /> },
      {
        id: 'again',
        header: t('orders.work.acts'),
        cell: ({ service: { slug, viewerCanOrder }, plan }) =>
          viewerCanOrder && (
            <LinkButton
              to="/catalog/$slug/order"
              params={{ slug }}
              search={{ plan: plan.id }}
              size="xs"
              variant="default"
            >
              {t('orders.act.again')}
            </LinkButton>
          ),
      },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('orders.mine.list')}
      columns={columns}
      rows={subscriptions}
      rowId={({ id }) => id}
      serverSorted
      footer={footer}
    />
  );
}

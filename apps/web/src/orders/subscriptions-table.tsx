import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { SubscriptionRowFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { onDemand } from '../ui/on-demand';
import { SubscriptionRetiring } from './subscription-retiring';
import { limitWords } from './what-words';
import { SubscriptionState } from './subscription-state';

const SubscriptionActs = onDemand(() => import('./subscription-acts').then((module) => module.SubscriptionActs));

type Row = SubscriptionRowFragment;

/** What is consumed, by whom, for how much a month, until when; and what can be done with it. */
export function SubscriptionsTable({ subscriptions, footer }: { subscriptions: Row[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'service',
        header: t('orders.service'),
        primary: true,
        cell: ({ id, service, plan, limits, state, retiring }) => (
          <div>
            <TextLink to="/my-services/$id" params={{ id }} fw={550}>
              {service.name}
            </TextLink>{' '}
            <SubscriptionState state={state} />
            <div className="quiet">{[plan.name, ...limits.map(limitWords)].join(', ')}</div>
            {retiring && <SubscriptionRetiring id={id} retiring={retiring} />}
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
      {
        id: 'until',
        header: t('orders.mine.renews'),
        cell: ({ renewsOn, endsOn }) =>
          endsOn ? (
            <span className="one-line">
              {t('orders.mine.ends')} {formatDay(endsOn)}
            </span>
          ) : renewsOn ? (
            <span className="one-line">{formatDay(renewsOn)}</span>
          ) : (
            '–'
          ),
      },
      {
        id: 'acts',
        header: t('orders.work.acts'),
        cell: (subscription) => <SubscriptionActs subscription={subscription} />,
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

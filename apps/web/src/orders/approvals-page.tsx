import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ApprovalsDocument, OrdersDocument, type OrderState } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { ApprovalCard } from './approval-card';
import classes from './orders.module.css';
import { OrdersTable } from './orders-table';
import './words';

const route = getRouteApi('/shell/approvals');
const decided: OrderState[] = ['APPROVED', 'FULFILLING', 'DELIVERED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'FAILED'];

/** Should I allow it? */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const { status = 'waiting' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t('app.nav.approvals')} subtitle={t('orders.approvals.subtitle')} />
      <SearchTabs
        label={t('orders.approvals.label')}
        value={status}
        onChange={(next) => void navigate({ search: next === 'decided' ? { status: next } : {} })}
        tabs={[
          { value: 'waiting', label: t('orders.approvals.waiting'), content: <Waiting /> },
          { value: 'decided', label: t('orders.approvals.decided'), content: <Decided /> },
        ]}
      />
    </>
  );
}

function Waiting() {
  const { t } = useTranslation();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(ApprovalsDocument, { states: ['AWAITING_APPROVAL'], first: 20, after: cursor }));
  return (
    <Loaded query={asked}>
      {({ orders }) => (
        <Listing
          page={orders}
          cursor={cursor}
          onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
          none={
            <EmptyState kind="nothingYet" title={t('orders.approvals.none')}>
              {t('orders.approvals.noneWords')}
            </EmptyState>
          }
        >
          {(rows, pager) => (
            <>
              <ul className={classes.cards} aria-label={t('orders.approvals.list')}>
                {rows.map((order) => (
                  <li key={order.id}>
                    <ApprovalCard order={order} />
                  </li>
                ))}
              </ul>
              {pager}
            </>
          )}
        </Listing>
      )}
    </Loaded>
  );
}

function Decided() {
  const { t } = useTranslation();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(OrdersDocument, { scope: 'APPROVALS', states: decided, first: 50, after: cursor }));
  return (
    <Loaded query={asked}>
      {({ orders }) => (
        <Listing
          page={orders}
          cursor={cursor}
          onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
          none={
            <EmptyState kind="nothingYet" title={t('orders.approvals.noneDecided')}>
              {t('orders.approvals.noneWords')}
            </EmptyState>
          }
        >
          {(rows, pager) => (
            <OrdersTable orders={rows} label={t('orders.approvals.decided')} withRequester footer={pager} />
          )}
        </Listing>
      )}
    </Loaded>
  );
}

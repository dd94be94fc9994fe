import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ApprovalsDocument, type OrderState } from '../generated/graphql';
import { PageHeader } from '../ui/page-header';
import { QueriedList } from '../ui/queried-list';
import { SearchTabs } from '../ui/search-tabs';
import { ApprovalCard } from './approval-card';
import { OrderList } from './order-list';
import classes from './orders.module.css';
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

/** Where the list stands, and how it goes on. */
function usePaging() {
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  return { cursor, onPage: (next?: string) => void navigate({ search: (old) => ({ ...old, cursor: next }) }) };
}

function Waiting() {
  const { t } = useTranslation();
  const paging = usePaging();
  const asked = useQuery(query(ApprovalsDocument, { states: ['AWAITING_APPROVAL'], first: 20, after: paging.cursor }));
  return (
    <QueriedList
      query={asked}
      pageOf={({ orders }) => orders}
      none={t('orders.approvals.none')}
      noneWords={t('orders.approvals.noneWords')}
      {...paging}
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
    </QueriedList>
  );
}

function Decided() {
  const { t } = useTranslation();
  const paging = usePaging();
  return (
    <OrderList
      asked={{ scope: 'APPROVALS', states: decided }}
      label={t('orders.approvals.decided')}
      none={t('orders.approvals.noneDecided')}
      noneWords={t('orders.approvals.noneWords')}
      {...paging}
    />
  );
}

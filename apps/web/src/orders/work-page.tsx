import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { OrdersDocument, WorkListDocument, type OrderState, type WorkListQuery } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { OrdersTable } from './orders-table';
import { WorkTable } from './work-table';
import './words';

export type WorkRow = WorkListQuery['orders']['edges'][number]['node'];

const route = getRouteApi('/shell/work');
const open: OrderState[] = ['APPROVED', 'FULFILLING'];
const done: OrderState[] = ['DELIVERED', 'COMPLETED', 'FAILED'];

/** What has to be fulfilled next? */
export function WorkPage() {
  const { t } = useTranslation();
  const { tab = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t('app.nav.work')} subtitle={t('orders.work.subtitle')} />
      <SearchTabs
        label={t('orders.work.label')}
        value={tab}
        onChange={(next) => void navigate({ search: next === 'done' ? { tab: next } : {} })}
        tabs={[
          { value: 'open', label: t('orders.work.open'), content: <Open /> },
          { value: 'done', label: t('orders.work.done'), content: <Done /> },
        ]}
      />
    </>
  );
}

function Open() {
  const { t } = useTranslation();
  const { person } = useViewer();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(WorkListDocument, { states: open, first: 100, after: cursor }));
  return (
    <Loaded query={asked}>
      {({ orders }) => (
        <Listing
          page={orders}
          cursor={cursor}
          onPage={(next) => void navigate({ search: { cursor: next } })}
          none={
            <EmptyState kind="nothingYet" title={t('orders.work.none')}>
              {t('orders.work.noneWords')}
            </EmptyState>
          }
        >
          {(rows, pager) => (
            <>
              <WorkTable part="mine" rows={rows.filter(({ task }) => task?.assignee?.id === person.id)} />
              <WorkTable part="free" rows={rows.filter(({ task }) => !task?.assignee)} />
              <WorkTable
                part="others"
                rows={rows.filter(({ task }) => task?.assignee && task.assignee.id !== person.id)}
              />
              {pager}
            </>
          )}
        </Listing>
      )}
    </Loaded>
  );
}

function Done() {
  const { t } = useTranslation();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(OrdersDocument, { scope: 'WORK', states: done, first: 50, after: cursor }));
  return (
    <Loaded query={asked}>
      {({ orders }) => (
        <Listing
          page={orders}
          cursor={cursor}
          onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
          none={
            <EmptyState kind="nothingYet" title={t('orders.work.noneDone')}>
              {t('orders.work.noneDoneWords')}
            </EmptyState>
          }
        >
          {(rows, pager) => <OrdersTable orders={rows} label={t('orders.work.done')} withRequester footer={pager} />}
        </Listing>
      )}
    </Loaded>
  );
}

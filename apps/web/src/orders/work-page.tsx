import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { OpenWorkDocument, WorkPartDocument, type OrderState, type WorkPartQuery } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { QueriedList } from '../ui/queried-list';
import { SearchTabs } from '../ui/search-tabs';
import { OrderList } from './order-list';
import { WorkTable } from './work-table';
import './words';

export type WorkRow = WorkPartQuery['orders']['edges'][number]['node'];

const route = getRouteApi('/shell/work');
const open: OrderState[] = ['APPROVED', 'FULFILLING'];
const done: OrderState[] = ['DELIVERED', 'COMPLETED', 'FAILED'];

/** What the viewer has begun, what anybody of the team can begin, and what colleagues have. */
const parts = { mine: 'ME', free: 'NOBODY', others: 'OTHERS' } as const;
export type WorkPart = keyof typeof parts;

/** What has to be fulfilled next? */
export function WorkPage() {
  const { t } = useTranslation();
  const { tab = 'open', part } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t('app.nav.work')} subtitle={t('orders.work.subtitle')} />
      <SearchTabs
        label={t('orders.work.label')}
        value={tab}
        onChange={(next) => void navigate({ search: next === 'done' ? { tab: next } : {} })}
        tabs={[
          { value: 'open', label: t('orders.work.open'), content: part ? <OnePart part={part} /> : <Open /> },
          { value: 'done', label: t('orders.work.done'), content: <Done /> },
        ]}
      />
    </>
  );
}

/** All parts, as far as each fits; the rest of a long one is a page of its own. */
function Open() {
  const { t } = useTranslation();
  const asked = useQuery(query(OpenWorkDocument, { states: open }));
  return (
    <Loaded query={asked}>
      {(data) => {
        const filled = (['mine', 'free', 'others'] as const).filter((part) => data[part].edges.length > 0);
        if (filled.length === 0)
          return (
            <EmptyState kind="nothingYet" title={t('orders.work.none')}>
              {t('orders.work.noneWords')}
            </EmptyState>
          );
        return filled.map((part) => (
          <WorkTable
            key={part}
            part={part}
            rows={data[part].edges.map(({ node }) => node)}
            footer={
              data[part].pageInfo.hasNextPage && (
                <TextLink to="/work" search={{ part }}>
                  {t('orders.work.all', { count: data[part].totalCount })}
                </TextLink>
              )
            }
          />
        ));
      }}
    </Loaded>
  );
}

function usePaging() {
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  return { cursor, onPage: (next?: string) => void navigate({ search: (old) => ({ ...old, cursor: next }) }) };
}

function OnePart({ part }: { part: WorkPart }) {
  const { t } = useTranslation();
  const paging = usePaging();
  const asked = useQuery(
    query(WorkPartDocument, { states: open, assigned: parts[part], first: 100, after: paging.cursor }),
  );
  return (
    <QueriedList
      query={asked}
      pageOf={({ orders }) => orders}
      none={t('orders.work.none')}
      noneWords={t('orders.work.noneWords')}
      {...paging}
    >
      {(rows, pager) => <WorkTable part={part} rows={rows} footer={pager} />}
    </QueriedList>
  );
}

function Done() {
  const { t } = useTranslation();
  return (
    <OrderList
      asked={{ scope: 'WORK', states: done }}
      label={t('orders.work.done')}
      none={t('orders.work.noneDone')}
      noneWords={t('orders.work.noneDoneWords')}
      {...usePaging()}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOutside } from '../app/is-outside';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { JustDecidedDocument, ToDecideDocument, type OrderState, type ToDecideQuery } from '../generated/graphql';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { QueriedList } from '../ui/queried-list';
import { SearchTabs } from '../ui/search-tabs';
import { ApprovalBulk, BulkOutcomeWords, type BulkOutcome } from './approval-bulk';
import { ApprovalCard } from './approval-card';
import { UndoDecision } from './approval-undo';
import classes from './orders.module.css';
import './approval-words';
import './substitute-words';
import './words';

const ApprovalsOfProvider = onDemand(() =>
  import('./approvals-of-provider').then((module) => module.ApprovalsOfProvider),
);

const OrderList = onDemand(() => import('./order-list').then((module) => module.OrderList));

const route = getRouteApi('/shell/approvals');
const decided: OrderState[] = ['APPROVED', 'FULFILLING', 'DELIVERED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'FAILED'];

/** Should I allow it? */
export function ApprovalsPage() {
  return isOutside(useViewer()) ? <ApprovalsOfProvider /> : <Approvals />;
}

function Approvals() {
  const { t } = useTranslation();
  const { status = 'waiting' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader
        title={t('app.nav.approvals')}
        subtitle={t('orders.approvals.subtitle')}
        actions={
          <LinkButton to="/settings/substitutes" size="xs" variant="default">
            {t('substitutes.title')}
          </LinkButton>
        }
      />
      <SearchTabs
        label={t('orders.approvals.label')}
        value={status}
        narrow
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
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const asked = useQuery(query(ToDecideDocument, { first: 20, after: paging.cursor }));
  return (
    <>
      {outcome && <BulkOutcomeWords outcome={outcome} />}
      <JustDecided />
      <QueriedList
        query={asked}
        pageOf={({ orders }) => orders}
        none={t('orders.approvals.none')}
        noneWords={t('orders.approvals.noneWords')}
        {...paging}
      >
        {(rows, pager) => (
          <>
            <Cards rows={rows} onOutcome={setOutcome} />
            {pager}
          </>
        )}
      </QueriedList>
    </>
  );
}

/** What still waits for others can be taken back for a moment. */
function JustDecided() {
  const { data } = useQuery(query(JustDecidedDocument, { states: ['AWAITING_APPROVAL'], first: 20 }));
  const undoable = (data?.orders.edges ?? []).map(({ node }) => node).filter((node) => node.viewerCanUndoDecision);
  return undoable.length > 0 ? <UndoDecision key={undoable.map(({ id }) => id).join()} orders={undoable} /> : null;
}

type Rows = readonly ToDecideQuery['orders']['edges'][number]['node'][];

function Cards({ rows, onOutcome }: { rows: Rows; onOutcome: (outcome: BulkOutcome) => void }) {
  const { t } = useTranslation();
  const [ids, setIds] = useState<string[]>([]);
  const chosen = rows.filter(({ id }) => ids.includes(id));
  return (
    <>
      {rows.length > 1 && <ApprovalBulk rows={rows} chosen={chosen} onChoose={setIds} onOutcome={onOutcome} />}
      <ul className={classes.cards} aria-label={t('orders.approvals.list')}>
        {rows.map((order) => (
          <li key={order.id} data-row>
            <ApprovalCard
              order={order}
              chosen={ids.includes(order.id)}
              onChoose={(on) => setIds((now) => (on ? [...now, order.id] : now.filter((id) => id !== order.id)))}
            />
          </li>
        ))}
      </ul>
    </>
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

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { OrderPageDocument, type OrderPageQuery } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { CopyLink } from '../ui/copy-link';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ApprovalStagesPanel } from './approval-stages-panel';
import { firstItem } from './first-item';
import { OrderActions } from './order-actions';
import { OrderAgain } from './order-again';
import { OrderCostPanel } from './order-cost-panel';
import { OrderDialogue } from './order-dialogue';
import { OrderEvents } from './order-events';
import { OrderFacts } from './order-facts';
import { OrderItems } from './order-items';
import { OrderStanding } from './order-standing';
import { OrderStateBadge } from './order-state-badge';
import { MoreItems } from './order-words';
import classes from './orders.module.css';
import { StageTracker } from './stage-tracker';
import './words';
import { whatWords } from './what-words';

const FulfilmentPanel = onDemand(() => import('./fulfilment-panel').then((module) => module.FulfilmentPanel));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));

const route = getRouteApi('/shell/orders/$id');
export type OrderOnPage = NonNullable<OrderPageQuery['order']>;
export type ItemOnPage = OrderOnPage['items'][number];

/** Where is it, who has it, and when is it done? */
export function OrderPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const asked = useQuery(query(OrderPageDocument, { id }));
  return (
    <LoadedPage query={asked} kind={t('orders.order')}>
      {({ order }) => <Content order={found(order)} />}
    </LoadedPage>
  );
}

function Content({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { viewerCanReadAudit } = useViewer();
  const { id, number, state } = order;
  const { item } = firstItem(order);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.orders'), to: '/orders' }]} />}
        title={`${number}: ${item.service.name}`}
        subtitle={whatWords(item)}
        badges={
          <>
            <MoreItems order={order} />
            <OrderStateBadge state={state} />
          </>
        }
        actions={
          <>
            <CopyLink />
            <OrderActions order={order} />
            <OrderAgain order={order} />
          </>
        }
      />
      <div className={classes.columns}>
        <div>
          <Panel>
            <OrderStanding order={order} />
            <StageTracker order={order} />
          </Panel>
          <ApprovalStagesPanel order={order} />
          <FulfilmentPanel id={id} />
          <OrderItems order={order} />
          <OrderDialogue order={order} />
          <Panel title={t('orders.events')}>
            <OrderEvents events={order.events} />
          </Panel>
        </div>
        <div>
          <OrderFacts order={order} />
          <OrderCostPanel order={order} />
          {viewerCanReadAudit && <SubjectHistory type="order" id={id} />}
        </div>
      </div>
    </>
  );
}

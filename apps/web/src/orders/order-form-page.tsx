import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import {
  OrderableServiceDocument,
  OrderDraftDocument,
  type OrderableServiceQuery,
  type OrderDraftQuery,
} from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import './words';

const OrderForm = onDemand(() => import('./order-form').then((module) => module.OrderForm));

const route = getRouteApi('/shell/catalog/$slug/order');
export type OrderableService = NonNullable<OrderableServiceQuery['service']>;
export type OrderDraft = NonNullable<OrderDraftQuery['order']>;

/** What do you need, for whom and why; and what it costs, before one commits. */
export function OrderFormPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(OrderableServiceDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('orders.act.order')}>
      {({ service }) => <Content key={slug} service={found(service)} />}
    </LoadedPage>
  );
}

function Content({ service }: { service: OrderableService }) {
  const { t } = useTranslation();
  const { slug, name, outcome, orderRefusal } = service;
  const { draft } = route.useSearch();
  // A draft that this form begins is in the form already.
  const [begunWith] = useState(draft);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('app.nav.catalog'), to: '/catalog' },
              { label: name, to: '/catalog/$slug', params: { slug } as never },
            ]}
          />
        }
        title={t('orders.form.title', { name })}
        subtitle={outcome}
      />
      {orderRefusal ? (
        <EmptyState
          kind="noData"
          title={t('orders.form.cannot')}
          action={
            <LinkButton to="/catalog/$slug" params={{ slug }} variant="default">
              {t('orders.form.back')}
            </LinkButton>
          }
        >
          {orderRefusal}
        </EmptyState>
      ) : begunWith ? (
        <SavedForm service={service} id={begunWith} />
      ) : (
        <OrderForm service={service} draft={null} />
      )}
    </>
  );
}

function SavedForm({ service, id }: { service: OrderableService; id: string }) {
  const { t } = useTranslation();
  // Always as it is now: an older version would be refused.
  const asked = useQuery({
    ...query(OrderDraftDocument, { id }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={asked}>
      {({ order }) => {
        const draft = found(order);
        return draft.state === 'DRAFT' ? (
          <OrderForm key={id} service={service} draft={draft} />
        ) : (
          <EmptyState
            kind="noData"
            title={t('orders.form.notADraft')}
            action={
              <LinkButton to="/orders/$id" params={{ id }}>
                {t('orders.form.see')}
              </LinkButton>
            }
          >
            {draft.number}
          </EmptyState>
        );
      }}
    </Loaded>
  );
}

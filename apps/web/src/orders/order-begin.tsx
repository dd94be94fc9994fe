import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer, type Viewer } from '../app/session';
import {
  OrderableServiceDocument,
  OrderDraftDocument,
  SubscriptionToOrderDocument,
  type OrderKind,
} from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { bundleOfDraft } from './bundle/draft-of-bundle';
import { CannotOrder } from './cannot-order';
import { OrderSheet } from './order-sheet';
import { payingUnit } from './paying-unit';
import { draftValues, subscriptionItem } from './order-start';
import { newItem, type OrderValues } from './order-values';
import { offeredPlans } from './use-order-services';

const BundleBegin = onDemand(() => import('./bundle/bundle-begin').then((module) => module.BundleBegin));
const Drafts = onDemand(() => import('./order-drafts').then((module) => module.OrderDrafts));

export type OrderSearch = {
  draft?: string;
  service?: string;
  bundle?: string;
  plan?: string;
  kind?: Exclude<OrderKind, 'SUBSCRIBE'>;
  subscription?: string;
};
type Props = { search: OrderSearch; onDraft: (id: string) => void };

/** With what an order begins: a draft, a service, a bundle, something live to change; else the drafts that there are. */
export function OrderBegin({ search, onDraft }: Props) {
  const { draft, service, bundle, plan, kind, subscription } = search;
  if (draft) return <FromDraft id={draft} onDraft={onDraft} />;
  if (kind && subscription) return <FromSubscription id={subscription} kind={kind} onDraft={onDraft} />;
  if (bundle) return <BundleBegin slug={bundle} draft={null} onDraft={onDraft} />;
  if (service) return <FromService slug={service} plan={plan} onDraft={onDraft} />;
  return <Drafts />;
}

type Rest = Pick<Props, 'onDraft'>;

function FromService({ slug, plan, onDraft }: Rest & { slug: string; plan: string | undefined }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const asked = useQuery(query(OrderableServiceDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('orders.act.order')}>
      {({ service }) => {
        const { name, outcome, orderRefusal, orderForm, ...rest } = found(service);
        const offered = offeredPlans({ name, outcome, orderRefusal, orderForm, ...rest });
        const chosen = offered.find(({ id }) => id === plan) ?? (offered.length === 1 ? offered[0] : undefined);
        const item = { planId: chosen?.id ?? '', serviceVersionId: orderForm?.serviceVersionId ?? null };
        return orderRefusal ? (
          <Refusal title={t('orders.form.title', { name })} slug={slug} why={orderRefusal} />
        ) : (
          <OrderSheet
            place={`service:${slug}`}
            begin={{ ...emptyOrder(viewer), items: [newItem(slug, item)] }}
            beneficiary={viewer.person}
            draft={null}
            onDraft={onDraft}
          />
        );
      }}
    </LoadedPage>
  );
}

function FromSubscription({ id, kind, onDraft }: Rest & { id: string; kind: NonNullable<OrderSearch['kind']> }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const asked = useQuery({ ...query(SubscriptionToOrderDocument, { id }), refetchOnWindowFocus: false });
  return (
    <LoadedPage query={asked} kind={t('orders.act.order')}>
      {({ subscription: one }) => {
        const subscription = found(one);
        const { service, unit, beneficiary, actions } = subscription;
        const refusal = actions.find((action) => action.kind === kind)?.refusal;
        return refusal ? (
          <Refusal title={t(`orders.form.titleOf.${kind}`, service)} slug={service.slug} why={refusal} />
        ) : (
          <OrderSheet
            place={`${kind}:${id}`}
            begin={{
              ...emptyOrder(viewer),
              unitId: unit.id,
              beneficiaryId: beneficiary.id,
              items: [subscriptionItem(subscription, kind)],
            }}
            beneficiary={beneficiary}
            draft={null}
            onDraft={onDraft}
          />
        );
      }}
    </LoadedPage>
  );
}

function FromDraft({ id, onDraft }: Rest & { id: string }) {
  const { t } = useTranslation();
  // Always as it is now: an older version would be refused.
  const asked = useQuery({
    ...query(OrderDraftDocument, { id }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <LoadedPage query={asked} kind={t('orders.act.order')}>
      {({ order }) => {
        const draft = found(order);
        const bundle = bundleOfDraft(draft);
        if (bundle && draft.state === 'DRAFT')
          return <BundleBegin slug={bundle.slug} draft={draft} onDraft={onDraft} />;
        return draft.state === 'DRAFT' ? (
          <OrderSheet
            place={id}
            begin={draftValues(draft)}
            beneficiary={draft.beneficiary}
            draft={draft}
            onDraft={onDraft}
          />
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
    </LoadedPage>
  );
}

function Refusal({ title, slug, why }: { title: string; slug: string; why: string }) {
  const { t } = useTranslation();
  const words = { heading: t('orders.form.cannot'), back: t('orders.form.back') };
  return <CannotOrder title={title} why={why} to={`/catalog/${slug}`} {...words} />;
}

function emptyOrder(viewer: Viewer): Omit<OrderValues, 'items'> {
  return { beneficiaryId: viewer.person.id, unitId: payingUnit(viewer), reason: '', startOn: null };
}

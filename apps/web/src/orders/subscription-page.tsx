import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { SubscriptionPageDocument, type SubscriptionPageQuery } from '../generated/graphql';
import { SubjectHistory } from '../people/subject-history';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { CopyLink } from '../ui/copy-link';
import { LoadedPage } from '../ui/loaded-page';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { OrdersTable } from './orders-table';
import classes from './orders.module.css';
import { SubscriptionCharges } from './subscription-charges';
import { SubscriptionFacts } from './subscription-facts';
import { SubscriptionHistory } from './subscription-history';
import { SubscriptionRetiring } from './subscription-retiring';
import { SubscriptionState } from './subscription-state';
import './words';
import { whatWords } from './what-words';

const route = getRouteApi('/shell/my-services/$id');
export type SubscriptionOnPage = NonNullable<SubscriptionPageQuery['subscription']>;

/** What is it, what does it cost, what changed, and what can be done with it? */
export function SubscriptionPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const asked = useQuery(query(SubscriptionPageDocument, { id }));
  return (
    <LoadedPage query={asked} kind={t('orders.subscription.one')}>
      {({ subscription }) => <Content subscription={found(subscription)} />}
    </LoadedPage>
  );
}

function Content({ subscription }: { subscription: SubscriptionOnPage }) {
  const { t } = useTranslation();
  const { viewerCanReadAudit } = useViewer();
  const { id, service, state, actions, orders, retiring } = subscription;
  const open = actions.filter(({ refusal }) => refusal === null);
  const closed = [...new Set(actions.flatMap(({ refusal }) => refusal ?? []))];
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.myServices'), to: '/my-services' }]} />}
        title={service.name}
        subtitle={whatWords(subscription)}
        badges={<SubscriptionState state={state} />}
        actions={
          <>
            <CopyLink />
            {open.map(({ kind }) => (
              <LinkButton
                key={kind}
                to="/order"
                search={{ kind: kind as 'CHANGE', subscription: id }}
                size="xs"
                variant={kind === 'CHANGE' || kind === 'RESUME' ? 'filled' : 'default'}
              >
                {t(`orders.mine.do.${kind}`)}
              </LinkButton>
            ))}
          </>
        }
      />
      {retiring && (
        <Alert color="orange" mb="md">
          <SubscriptionRetiring id={id} retiring={retiring} />
        </Alert>
      )}
      <div className={classes.columns}>
        <div>
          <SubscriptionHistory subscription={subscription} />
          <section className={classes.part} aria-labelledby="subscription-orders">
            <h2 id="subscription-orders">{t('orders.subscription.orders')}</h2>
            <OrdersTable orders={orders} label={t('orders.subscription.orders')} />
          </section>
        </div>
        <div>
          <SubscriptionFacts subscription={subscription} />
          {open.length === 0 && closed.length > 0 && (
            <Panel title={t('orders.subscription.notNow')}>
              <ul className={classes.reasons}>
                {closed.map((why) => (
                  <li key={why}>{why}</li>
                ))}
              </ul>
            </Panel>
          )}
          <SubscriptionCharges subscription={subscription} />
          {viewerCanReadAudit && <SubjectHistory type="subscription" id={id} />}
        </div>
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { BundlePageDocument } from '../generated/graphql';
import '../orders/words';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { EmptyState } from '../ui/empty-state';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import './bundle-words';

const BundleOrderForm = onDemand(() => import('./bundle-order-form').then((module) => module.BundleOrderForm));

const route = getRouteApi('/shell/catalog/bundles/$slug/order');

/** What of the bundle do you need, and for whom; what is asked once, asked once. */
export function BundleOrderPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(BundlePageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('orders.act.order')}>
      {({ bundle: given }) => {
        const bundle = found(given);
        const { name, outcome, orderRefusal } = bundle;
        return (
          <>
            <PageHeader
              above={
                <Breadcrumbs
                  crumbs={[
                    { label: t('app.nav.catalog'), to: '/catalog' },
                    { label: name, to: '/catalog/bundles/$slug', params: { slug } as never },
                  ]}
                />
              }
              title={t('bundles.ordering', { name })}
              subtitle={outcome}
            />
            {orderRefusal ? (
              <EmptyState
                kind="noData"
                title={t('bundles.cannot')}
                action={
                  <LinkButton to="/catalog/bundles/$slug" params={{ slug }} variant="default">
                    {t('bundles.back')}
                  </LinkButton>
                }
              >
                {orderRefusal}
              </EmptyState>
            ) : (
              <BundleOrderForm key={slug} bundle={bundle} />
            )}
          </>
        );
      }}
    </LoadedPage>
  );
}

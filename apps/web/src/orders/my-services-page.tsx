import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { SubscriptionsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { SubscriptionsTable } from './subscriptions-table';
import './words';

const route = getRouteApi('/shell/my-services');

/** What do my unit and I consume? */
export function MyServicesPage() {
  const { t } = useTranslation();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(SubscriptionsDocument, { first: 50, after: cursor }));
  return (
    <>
      <PageHeader title={t('app.nav.myServices')} subtitle={t('orders.mine.subtitle')} />
      <Loaded query={asked}>
        {({ subscriptions }) => (
          <Listing
            page={subscriptions}
            cursor={cursor}
            onPage={(next) => void navigate({ search: { cursor: next } })}
            none={
              <EmptyState
                kind="nothingYet"
                title={t('orders.mine.none')}
                action={<LinkButton to="/catalog">{t('orders.list.toCatalog')}</LinkButton>}
              >
                {t('orders.mine.noneWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => <SubscriptionsTable subscriptions={rows} footer={pager} />}
          </Listing>
        )}
      </Loaded>
    </>
  );
}

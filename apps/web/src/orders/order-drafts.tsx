import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { OpenDraftsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { LoadedPage } from '../ui/loaded-page';
import { PageHeader } from '../ui/page-header';
import { OrdersTable } from './orders-table';

/** The viewer's own drafts, where the address names none. */
export function OrderDrafts() {
  const { t } = useTranslation();
  const asked = useQuery(query(OpenDraftsDocument, {}));
  const toCatalog = <LinkButton to="/catalog">{t('orders.list.toCatalog')}</LinkButton>;
  return (
    <>
      <PageHeader title={t('orders.form.drafts')} subtitle={t('orders.form.draftsWords')} actions={toCatalog} />
      <LoadedPage query={asked} kind={t('orders.form.drafts')}>
        {({ orders: { edges } }) =>
          edges.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('orders.form.noDrafts')} action={toCatalog}>
              {t('orders.form.noDraftsWords')}
            </EmptyState>
          ) : (
            <OrdersTable orders={edges.map(({ node }) => node)} label={t('orders.form.drafts')} />
          )
        }
      </LoadedPage>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../../app/found';
import { query } from '../../app/query';
import '../../catalog/bundle-words';
import { BundlePageDocument, type BundlePageQuery } from '../../generated/graphql';
import { CatalogCrumbs } from '../../catalog/catalog-crumbs';
import { LoadedPage } from '../../ui/loaded-page';
import { PageHeader } from '../../ui/page-header';
import { CannotOrder } from '../cannot-order';
import type { OrderDraft } from '../order-form';
import { BundleOrderForm } from './bundle-order-form';

type Props = { slug: string; draft: OrderDraft | null; onDraft: (id: string) => void };

/** What of the bundle do you need, and for whom; what is asked once, asked once. */
export function BundleBegin({ slug, ...rest }: Props) {
  const { t } = useTranslation();
  const asked = useQuery({ ...query(BundlePageDocument, { slug }), refetchOnWindowFocus: false });
  return (
    <LoadedPage query={asked} kind={t('orders.act.order')}>
      {({ bundle }) => <Sheet bundle={found(bundle)} {...rest} />}
    </LoadedPage>
  );
}

function Sheet({
  bundle: given,
  draft,
  onDraft,
}: Omit<Props, 'slug'> & { bundle: NonNullable<BundlePageQuery['bundle']> }) {
  const { t } = useTranslation();
  // What is asked of the server again must not begin the form anew.
  const [bundle] = useState(given);
  const { slug, name, outcome, orderRefusal } = bundle;
  const title = t('orders.form.title', { name });
  if (orderRefusal)
    return (
      <CannotOrder
        title={title}
        why={orderRefusal}
        heading={t('bundles.cannot')}
        back={t('bundles.back')}
        to={`/catalog/bundles/${slug}`}
      />
    );
  return (
    <>
      <PageHeader above={<CatalogCrumbs bundle={bundle} />} title={title} subtitle={outcome} />
      <BundleOrderForm bundle={bundle} draft={draft} onDraft={onDraft} />
    </>
  );
}

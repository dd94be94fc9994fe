import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CatalogCrumbs } from '../catalog/catalog-crumbs';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Skeletons } from '../ui/skeletons';
import type { OrderDraft } from './order-form';
import type { OrderValues } from './order-values';
import { useOrderServices } from './use-order-services';

const OrderForm = onDemand(() => import('./order-form').then((module) => module.OrderForm));

type Props = {
  place: string;
  begin: OrderValues;
  beneficiary: { id: string; name: string };
  draft: OrderDraft | null;
  onDraft: (id: string) => void;
};

/** The form of an order under its name, once the services of its items are known. */
export function OrderSheet({ begin: given, draft: saved, ...props }: Props) {
  const { t } = useTranslation();
  // What is asked of the server again must not begin the form anew.
  const [{ begin, draft }] = useState({ begin: given, draft: saved });
  const [slugs, setSlugs] = useState(() => begin.items.map(({ slug }) => slug));
  const services = useOrderServices(slugs);
  const [first] = begin.items;
  const service = services.get(slugs[0] ?? '');
  const known = begin.items.every(({ slug }) => services.has(slug));
  const kind = slugs.length === 1 && first && slugs[0] === first.slug ? first.kind : 'SUBSCRIBE';
  const title =
    slugs.length > 1
      ? t('orders.form.titleOfMany', { count: slugs.length })
      : kind === 'SUBSCRIBE'
        ? t('orders.form.title', { name: service?.name ?? '' })
        : t(`orders.form.titleOf.${kind}`, { name: service?.name ?? '' });
  if (!known || !service) return <Skeletons />;
  return (
    <>
      <PageHeader
        above={<CatalogCrumbs service={service} />}
        title={title}
        subtitle={slugs.length > 1 ? t('orders.form.manyWords') : service.outcome}
      />
      <OrderForm {...props} begin={begin} draft={draft} services={services} onSlugs={setSlugs} />
    </>
  );
}

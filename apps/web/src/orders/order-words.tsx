import { useTranslation } from 'react-i18next';
import { firstItem } from './first-item';
import { PartOf } from './part-of';
import { whatWords } from './what-words';

type Told = {
  items: readonly {
    quantity: number;
    limits: readonly { unitName: string; units: string }[];
    service: { name: string };
    plan: { name: string };
    bundle: { name: string } | null;
  }[];
};

/** The service that was ordered, and how many more; what of it below. */
export function OrderWords({ order }: { order: Told }) {
  const { item } = firstItem(order);
  return (
    <>
      {item.service.name} <MoreItems order={order} />
      <div className="quiet">
        {whatWords(item)} <PartOf bundle={item.bundle} />
      </div>
    </>
  );
}

/** "and 2 more"; nothing where an order has one item. */
export function MoreItems({ order }: { order: { items: readonly unknown[] } }) {
  const { t } = useTranslation();
  const { more } = firstItem(order);
  return more > 0 && <span className="quiet">{t('orders.more', { count: more })}</span>;
}

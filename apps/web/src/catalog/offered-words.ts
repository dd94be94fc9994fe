import type { TFunction } from 'i18next';
import type { OfferedPricesFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { priceWords } from './price-words';

type Offered = Pick<OfferedPricesFragment, 'prices' | 'isPriced' | 'priceOnRequest' | 'announced' | 'currency'>;

/** What takes the place of no price: it is told on request, it is free, has none yet, or begins on a day that {@link announcedWords} tells. */
export function noPriceWords({ prices, isPriced, priceOnRequest, announced }: Offered, t: TFunction): string | null {
  if (priceOnRequest) return t('catalog.price.onRequest');
  if (prices.length > 0) return null;
  if (isPriced) return t('catalog.price.free');
  return announced ? null : t('catalog.price.none');
}

/** "From 1 January 2027: €9.95 per mailbox and month"; null when nothing is announced. */
export function announcedWords({ announced, currency }: Offered, t: TFunction): string | null {
  if (!announced) return null;
  const said = announced.prices.map((price) => priceWords(price, currency)).join(' + ');
  return t('catalog.price.from', { day: formatDay(announced.from), prices: said || t('catalog.price.free') });
}

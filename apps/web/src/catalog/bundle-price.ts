import type { BundleCardFragment } from '../generated/graphql';
import { i18next } from '../i18n/i18n';
import { formatMoney } from '../ui/format-money';

/** "From €52.00 a month and €100.00 once". */
export function bundlePriceWords({ cost, parts }: Pick<BundleCardFragment, 'cost' | 'parts'>): string {
  if (parts.some(({ required, plan }) => required && plan.priceOnRequest)) return i18next.t('catalog.price.onRequest');
  if (!cost) return i18next.t('catalog.price.hidden');
  const isSome = ({ amount }: { amount: string }) => Number(amount) > 0;
  const words = [
    ...(isSome(cost.monthly) ? [i18next.t('bundles.from', { money: formatMoney(cost.monthly) })] : []),
    ...(isSome(cost.oneOff) ? [i18next.t('bundles.once', { money: formatMoney(cost.oneOff) })] : []),
  ];
  return words.length > 0 ? words.join(' ') : i18next.t('bundles.free');
}

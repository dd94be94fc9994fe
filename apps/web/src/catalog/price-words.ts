import { i18next } from '../i18n/i18n';
import type { PlanPricesFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';

type Price = PlanPricesFragment['prices'][number];

/** "€4.20 per mailbox and month", "€1,500.00 once". */
export function priceWords({ kind, amount, per, unitName }: Price, currency: string): string {
  const money = formatMoney({ amount, currency }, { exact: true });
  const period = per ? i18next.t(`catalog.billing.${per}`) : null;
  if (kind === 'ONE_OFF') return i18next.t('catalog.price.once', { money });
  if (kind === 'RECURRING') return i18next.t('catalog.price.recurring', { money, period });
  return period
    ? i18next.t('catalog.price.perUnitAndPeriod', { money, unit: unitName, period })
    : i18next.t('catalog.price.perUnit', { money, unit: unitName });
}

/** The one line that stands for a service's prices in a list: what recurs before what is paid once. */
export function leadPrice(plans: readonly PlanPricesFragment[]): string | null {
  const order = ['PER_UNIT', 'RECURRING', 'ONE_OFF'];
  const [plan] = plans.filter(({ endedAt, prices }) => endedAt === null && prices.length > 0);
  if (!plan) return null;
  const [price] = [...plan.prices].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return price ? priceWords(price, plan.currency) : null;
}

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

/** The one line that stands for a service's prices in a list: what recurs, else what is paid once, else a unit's. */
export function leadPrice(plans: readonly PlanPricesFragment[]): string | null {
  const plan = plans.find(({ endedAt, prices }) => endedAt === null && prices.length > 0);
  const [price] = [...(plan?.prices ?? [])].sort((a, b) => rank(a) - rank(b));
  return plan && price ? priceWords(price, plan.currency) : null;
}

const rank = ({ kind, per }: Price) => (kind === 'RECURRING' ? 0 : per ? 1 : kind === 'ONE_OFF' ? 2 : 3);

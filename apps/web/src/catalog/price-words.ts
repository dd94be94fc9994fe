import { i18next } from '../i18n/i18n';
import type { PlanPricesFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';

type Price = Omit<PlanPricesFragment['prices'][number], 'id'>;

/** "€4.20 per mailbox and month", "€1,500.00 once", "€0.19 per call used and month, €0.12 above 1,000". */
export function priceWords({ kind, amount, per, unitName: unit, tiers }: Price, currency: string): string {
  const moneyOf = (figure: string) => formatMoney({ amount: figure, currency }, { exact: true });
  const period = per ? i18next.t(`catalog.billing.${per}`) : null;
  const words = wordsFor(kind, { money: moneyOf(amount), period, unit });
  const steps = (tiers ?? []).slice(1).map((tier, place) =>
    i18next.t('catalog.price.above', {
      money: moneyOf(tier.amount),
      above: formatNumber(tiers![place]!.upTo!, { maximumFractionDigits: 12 }),
    }),
  );
  return [words, ...steps].join(', ');
}

function wordsFor(kind: Price['kind'], said: { money: string; period: string | null; unit: string | null }): string {
  if (kind === 'ONE_OFF') return i18next.t('catalog.price.once', said);
  if (kind === 'RECURRING') return i18next.t('catalog.price.recurring', said);
  if (kind === 'METERED') return i18next.t('catalog.price.metered', said);
  if (kind === 'LIMIT') return i18next.t('catalog.price.limit', said);
  return said.period ? i18next.t('catalog.price.perUnitAndPeriod', said) : i18next.t('catalog.price.perUnit', said);
}

/** The one line that stands for a service's prices in a list: what recurs, else what is paid once, else a unit's. */
export function leadPrice(plans: readonly PlanPricesFragment[]): string | null {
  const plan = plans.find(({ endedAt, prices }) => endedAt === null && prices.length > 0);
  const [price] = [...(plan?.prices ?? [])].sort((a, b) => rank(a) - rank(b));
  return plan && price ? priceWords(price, plan.currency) : null;
}

const rank = ({ kind, per }: Pick<Price, 'kind' | 'per'>) =>
  kind === 'RECURRING' ? 0 : per ? 1 : kind === 'ONE_OFF' ? 2 : 3;

import type { PriceComponent } from '../catalog/price.js';
import type { OrderKind } from './order-kinds.js';

/** Labels of the prices by which use will be charged, so that an amount known today leaves them out. */
export function chargedByUse({
  kind,
  prices,
}: {
  readonly kind: OrderKind;
  readonly prices: readonly Pick<PriceComponent, 'kind' | 'label' | 'amount' | 'tiers'>[];
}): string[] {
  if (kind === 'terminate' || kind === 'suspend') return [];
  return [...new Set(prices.filter((price) => price.kind === 'metered' && costs(price)).map(({ label }) => label))];
}

/** What is measured for nothing is known: it is free. */
const costs = ({ amount, tiers }: Pick<PriceComponent, 'amount' | 'tiers'>): boolean =>
  [amount, ...(tiers ?? []).map((tier) => tier.amount)].some((one) => Number(one) !== 0);

import { i18next } from '../i18n/i18n';
import { formatNumber } from '../ui/format-number';

type Limit = { unitName: string; units: string };

/** "1 × Capacity, 8 core, 64 GB": how much of which plan, and what is set aside. */
export function whatWords({
  quantity,
  plan,
  limits,
}: {
  quantity: number;
  plan: { name: string };
  limits: readonly Limit[];
}): string {
  return [i18next.t('orders.what', { quantity, plan: plan.name }), ...limits.map(limitWords)].join(', ');
}

/** "64 GB". */
export const limitWords = ({ unitName, units }: Limit): string =>
  `${formatNumber(units, { maximumFractionDigits: 3 })} ${unitName}`;

import type { PinnedPriceFragment } from '../generated/graphql';
import { sumDecimals } from '../ui/sum-decimals';

const perYear = { MONTH: 12, QUARTER: 4, YEAR: 1 } as const;

/** What recurring prices come to in a year, exact: the amounts as pinned, each as often as its period begins. */
export function yearlyCost(prices: readonly PinnedPriceFragment[], quantity: number): string {
  return sumDecimals(prices.flatMap(({ amount, per }) => (per ? [timesWhole(amount, perYear[per] * quantity)] : [])));
}

/** An exact decimal times a whole number. */
function timesWhole(decimal: string, times: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = (BigInt(whole + fraction) * BigInt(times)).toString().padStart(fraction.length + 1, '0');
  const cut = digits.length - fraction.length;
  return fraction ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
}

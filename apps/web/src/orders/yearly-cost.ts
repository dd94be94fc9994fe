import type { OrderKind, PinnedPriceFragment } from '../generated/graphql';
import { sumDecimals } from '../ui/sum-decimals';

const perYear = { MONTH: 12, QUARTER: 4, YEAR: 1 } as const;

type Item = {
  kind: OrderKind;
  quantity: number;
  prices: readonly PinnedPriceFragment[];
  cost?: { monthly: { amount: string } } | null;
};

/**
 * What an item comes to in a year once it is accepted, exact: the amounts as pinned, each as often as its period begins.
 * What is measured is not known, what is suspended or ends costs nothing, and with tiers it is the month times twelve.
 */
export function yearlyCost({ kind, prices, quantity, cost }: Item): string {
  if (kind === 'SUSPEND' || kind === 'TERMINATE') return '0';
  if (prices.some(({ tiers }) => tiers)) return timesWhole(cost?.monthly.amount ?? '0', 12);
  return sumDecimals(
    prices.flatMap(({ kind: price, amount, per }) =>
      per && price !== 'METERED' ? [timesWhole(amount, perYear[per] * quantity)] : [],
    ),
  );
}

/** An exact decimal times a whole number. */
function timesWhole(decimal: string, times: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = (BigInt(whole + fraction) * BigInt(times)).toString().padStart(fraction.length + 1, '0');
  const cut = digits.length - fraction.length;
  return fraction ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
}

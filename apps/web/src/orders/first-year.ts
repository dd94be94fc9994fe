import type { MoneyValue } from '../ui/format-money';
import { sumDecimals } from '../ui/sum-decimals';

/** What something comes to in its first twelve months. */
export function firstYear({ oneOff, monthly }: { oneOff: MoneyValue; monthly: MoneyValue }): MoneyValue {
  const months = Array.from({ length: 12 }, () => monthly.amount);
  return { currency: monthly.currency, amount: sumDecimals([oneOff.amount, ...months]) };
}

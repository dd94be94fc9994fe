import { Decimal } from 'decimal.js';
import { inCurrencyDigits } from '../../currency.js';

/** What an agreement owes for some of its periods. Amounts with the decimals of the currency. */
export interface OwedTogether {
  /** Grouped and capped as the agreement says. */
  readonly owed: string;
  /** What of it was waived, rejected or left to expire. */
  readonly givenUp: string;
  /** Owed less given up: what claims ask for. */
  readonly left: string;
}

/**
 * Sums what an agreement owes. What was given up for a period is not asked for again, whatever is owed for it; where less
 * is owed than was given up nothing is left of it, and nothing is taken from other periods.
 */
export function owedTogether(
  periods: readonly { readonly amount: string; readonly givenUp: string }[],
  currency: string,
): OwedTogether {
  const owed = Decimal.sum(0, ...periods.map(({ amount }) => amount));
  const givenUp = Decimal.sum(0, ...periods.map((one) => Decimal.min(one.amount, one.givenUp)));
  const money = (amount: Decimal) => inCurrencyDigits(amount, currency);
  return { owed: money(owed), givenUp: money(givenUp), left: money(owed.minus(givenUp)) };
}

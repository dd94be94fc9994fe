import { formatLocale } from '../i18n/language';
import { numberFormatter, written } from './formatters';

export type MoneyValue = { amount: string; currency: string };

/**
 * An exact decimal string with its currency, in the reader's notation.
 * The string goes to Intl as it is: a float on the way would change long amounts.
 *
 * @param options.exact Keeps every decimal given (unit prices), else the currency's own number.
 */
export function formatMoney(
  { amount, currency }: MoneyValue,
  options: { locale?: string; exact?: boolean } = {},
): string {
  const decimals = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  const formatter = numberFormatter(options.locale ?? formatLocale(), {
    style: 'currency',
    currency,
    ...(options.exact && decimals > 2 ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals } : {}),
  });
  return written(formatter, amount as Intl.StringNumericLiteral);
}

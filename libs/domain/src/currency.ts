import { Decimal } from 'decimal.js';
import { DomainError } from './domain-error.js';

/** ISO 4217 as the runtime's Unicode data keeps it. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** @throws {DomainError} `UNKNOWN_CURRENCY` for what is not an ISO 4217 code, such as `EUR`. */
export function assertCurrency(code: string, field: readonly string[]): void {
  if (CURRENCIES.has(code)) return;
  throw new DomainError('UNKNOWN_CURRENCY', `"${code}" is not an ISO 4217 currency such as EUR.`, field);
}

/** Decimals of the currency's smallest coin: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

/** One for each currency: making a format takes a hundred times as long as using it. */
const digitsOf = new Map<string, number>();

/** An amount with the decimals of its currency: `60000` euro are `60000.00`. */
export function inCurrencyDigits(amount: Decimal.Value, currency: string): string {
  return new Decimal(amount).toFixed(minorUnitDigits(currency));
}

/** Money for a sentence: `60000` euro are `60,000.00 EUR`. */
export function moneyInWords(amount: Decimal.Value, currency: string): string {
  return `${amountInWords(amount, currency)} ${currency}`;
}

/**
 * An amount for a sentence, as the client writes numbers in English: `60000` euro are `60,000.00`. Never rounded:
 * a price of a part of the smallest coin keeps its decimals, `0.0042`.
 */
export function amountInWords(amount: Decimal.Value, currency: string): string {
  const exact = new Decimal(amount);
  const digits = Math.max(minorUnitDigits(currency), exact.decimalPlaces());
  const [whole = '', ...decimals] = exact.toFixed(digits).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

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
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount with the decimals of its currency: `60000` euro are `60000.00`. */
export function inCurrencyDigits(amount: Decimal.Value, currency: string): string {
  return new Decimal(amount).toFixed(minorUnitDigits(currency));
}

import { assertRecord } from '../foundation/check.js';
import { Exact, parseNonNegative } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';

/** An exact amount with its ISO 4217 currency. It may carry more decimals than the currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Currencies whose smallest unit is not a hundredth (ISO 4217, list one). */
const MINOR_UNITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
  ...Object.fromEntries('CLF UYW'.split(' ').map((c) => [c, 4])),
};

/** Decimals of a currency's smallest unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorUnitsOf = (currency: string): number => MINOR_UNITS[currency] ?? 2;

/** @throws {InputError} When the amount is no decimal or negative, or the currency no three capital letters. */
export function parseMoney(path: string, money: Money): Exact {
  assertRecord(path, money);
  const { amount, currency } = money;
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw new InputError('MALFORMED', `${path}.currency`, currency, 'must be an ISO 4217 code such as EUR');
  }
  return parseNonNegative(`${path}.amount`, amount);
}

/** The amount with the decimals of its currency, halves rounded up. Round once, at the end. */
export const toMinorUnits = (amount: Exact, currency: string): string => amount.toFixed(minorUnitsOf(currency));

/** What of the amount can be paid in whole minor units: rounded down. */
export const wholeMinorUnits = (amount: Exact, currency: string): Exact =>
  amount.toDecimalPlaces(minorUnitsOf(currency), Exact.ROUND_DOWN);

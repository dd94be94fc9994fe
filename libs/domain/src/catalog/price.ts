import { Decimal } from 'decimal.js';
import { minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';

export const PRICE_KINDS = ['oneOff', 'recurring', 'perUnit'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

export const BILLING_PERIODS = ['month', 'quarter', 'year'] as const;
export type BillingPeriod = (typeof BILLING_PERIODS)[number];

/** One line of what a plan costs. */
export interface PriceComponent {
  readonly kind: PriceKind;
  readonly label: string;
  /** Exact decimal in the plan's currency, not negative. */
  readonly amount: string;
  /** Every month, quarter or year; a unit price without it counts each unit once. */
  readonly per: BillingPeriod | null;
  /** What a unit price counts, such as `GB`. */
  readonly unitName: string | null;
}

/** No price of ours reaches a thousand billion. */
const CEILING = new Decimal('1e12');
/** Finest unit price that can be stated. */
const UNIT_PRICE_DIGITS = 12;

/**
 * Checks the prices of a plan, each on its own.
 *
 * @throws {DomainError} `NEGATIVE_PRICE`, `PRICE_TOO_LARGE`, `PRICE_TOO_FINE`, `NO_PERIOD`, `PERIOD_NOT_ALLOWED`, `NO_UNIT`
 * or `UNIT_NOT_ALLOWED`, with the path below `prices`.
 */
export function assertPrices(prices: readonly PriceComponent[], currency: string): void {
  prices.forEach((price, place) => {
    assertAmount(price, currency, ['prices', String(place), 'amount']);
    assertPeriod(price, ['prices', String(place), 'per']);
    assertUnit(price, ['prices', String(place), 'unitName']);
  });
}

function assertAmount({ kind, label, amount }: PriceComponent, currency: string, field: string[]): void {
  const value = new Decimal(amount);
  if (value.isNegative() && !value.isZero()) {
    throw new DomainError('NEGATIVE_PRICE', `The price "${label}" must not be negative.`, field);
  }
  if (value.gte(CEILING)) throw new DomainError('PRICE_TOO_LARGE', `The price "${label}" is too large.`, field);
  const digits = kind === 'perUnit' ? UNIT_PRICE_DIGITS : minorUnitDigits(currency);
  if (value.decimalPlaces() > digits) {
    throw new DomainError(
      'PRICE_TOO_FINE',
      `The price "${label}" may have at most ${digits} decimals in ${currency}.`,
      field,
    );
  }
}

function assertPeriod({ kind, label, per }: PriceComponent, field: string[]): void {
  if (kind === 'recurring' && per === null) {
    throw new DomainError('NO_PERIOD', `Say whether "${label}" recurs every month, quarter or year.`, field);
  }
  if (kind === 'oneOff' && per !== null) {
    throw new DomainError('PERIOD_NOT_ALLOWED', `"${label}" is paid once and has no period.`, field);
  }
}

function assertUnit({ kind, label, unitName }: PriceComponent, field: string[]): void {
  const named = unitName !== null && unitName.trim() !== '';
  if (kind === 'perUnit' && !named) throw new DomainError('NO_UNIT', `Say which unit "${label}" counts.`, field);
  if (kind !== 'perUnit' && unitName !== null) {
    throw new DomainError('UNIT_NOT_ALLOWED', `"${label}" counts no units; only a price per unit names one.`, field);
  }
}

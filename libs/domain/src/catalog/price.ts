import { Decimal } from 'decimal.js';
import { minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';

export const PRICE_KINDS = ['oneOff', 'recurring', 'perUnit', 'metered', 'limit'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

export const BILLING_PERIODS = ['month', 'quarter', 'year'] as const;
export type BillingPeriod = (typeof BILLING_PERIODS)[number];

/** A part of what is counted, from where the tier before ends up to `upTo`, inclusive; null = without end. */
export interface PriceTier {
  readonly upTo: string | null;
  /** Of each unit in the tier. */
  readonly amount: string;
}

/** One line of what a plan costs. */
export interface PriceComponent {
  /**
   * `oneOff` is paid once and `recurring` every period, for each of the quantity ordered. `perUnit` counts the quantity as
   * its units, `limit` the units that were set aside, used or not, and `metered` those that were measured in the period.
   */
  readonly kind: PriceKind;
  readonly label: string;
  /** Exact decimal in the plan's currency, not negative; with tiers that of the first one. */
  readonly amount: string;
  /** Every month, quarter or year; a price per unit without it counts each unit once. */
  readonly per: BillingPeriod | null;
  /** What a price of units counts, such as `GB`. */
  readonly unitName: string | null;
  /** Graduated: each unit costs what its own tier says. Null or omitted: every unit costs the amount. */
  readonly tiers?: readonly PriceTier[] | null;
  /** Of a `limit` that somebody ordered: how many are set aside, as an exact decimal. Null or omitted: the quantity. */
  readonly units?: string | null;
}

/** What the rules of a kind of price are. */
interface KindRules {
  readonly per: 'never' | 'always' | 'either';
  readonly countsUnits: boolean;
}

const KINDS: Readonly<Record<PriceKind, KindRules>> = {
  oneOff: { per: 'never', countsUnits: false },
  recurring: { per: 'always', countsUnits: false },
  perUnit: { per: 'either', countsUnits: true },
  metered: { per: 'always', countsUnits: true },
  limit: { per: 'always', countsUnits: true },
};

/** No price of ours reaches a thousand billion. */
const CEILING = new Decimal('1e12');
/** Finest unit price and tier that can be stated. */
const UNIT_PRICE_DIGITS = 12;
const MOST_TIERS = 20;

/** Whether a price of the kind counts units, and may so have tiers. */
export function countsUnits(kind: PriceKind): boolean {
  return KINDS[kind].countsUnits;
}

/**
 * Checks the prices of a plan, each on its own.
 *
 * @param path Where the prices stand.
 * @throws {DomainError} `NEGATIVE_PRICE`, `PRICE_TOO_LARGE`, `PRICE_TOO_FINE`, `NO_PERIOD`, `PERIOD_NOT_ALLOWED`, `NO_UNIT`,
 * `UNIT_NOT_ALLOWED`, `TIERS_NOT_ALLOWED` or `WRONG_TIERS`, with the path.
 */
export function assertPrices(
  prices: readonly PriceComponent[],
  currency: string,
  path: readonly string[] = ['prices'],
): void {
  prices.forEach((price, place) => {
    const within = (...field: string[]) => [...path, String(place), ...field];
    assertAmount(price, price.amount, currency, within('amount'));
    assertPeriod(price, within('per'));
    assertUnit(price, within('unitName'));
    if (price.tiers) assertTiers(price, price.tiers, currency, within('tiers'));
  });
}

function assertAmount({ kind, label }: PriceComponent, amount: string, currency: string, field: string[]): void {
  const value = new Decimal(amount);
  if (value.isNegative() && !value.isZero()) {
    throw new DomainError('NEGATIVE_PRICE', `The price "${label}" must not be negative.`, field);
  }
  if (value.gte(CEILING)) throw new DomainError('PRICE_TOO_LARGE', `The price "${label}" is too large.`, field);
  const digits = countsUnits(kind) ? UNIT_PRICE_DIGITS : minorUnitDigits(currency);
  if (value.decimalPlaces() > digits) {
    throw new DomainError(
      'PRICE_TOO_FINE',
      `The price "${label}" may have at most ${digits} decimals in ${currency}.`,
      field,
    );
  }
}

function assertPeriod({ kind, label, per }: PriceComponent, field: string[]): void {
  if (KINDS[kind].per === 'always' && per === null) {
    throw new DomainError('NO_PERIOD', `Say whether "${label}" recurs every month, quarter or year.`, field);
  }
  if (KINDS[kind].per === 'never' && per !== null) {
    throw new DomainError('PERIOD_NOT_ALLOWED', `"${label}" is paid once and has no period.`, field);
  }
}

function assertUnit({ kind, label, unitName }: PriceComponent, field: string[]): void {
  const named = unitName !== null && unitName.trim() !== '';
  if (countsUnits(kind) && !named) throw new DomainError('NO_UNIT', `Say which unit "${label}" counts.`, field);
  if (!countsUnits(kind) && unitName !== null) {
    throw new DomainError('UNIT_NOT_ALLOWED', `"${label}" counts no units; only a price of units names one.`, field);
  }
}

function assertTiers(price: PriceComponent, tiers: readonly PriceTier[], currency: string, field: string[]): void {
  const { kind, label, amount } = price;
  if (!countsUnits(kind))
    throw new DomainError('TIERS_NOT_ALLOWED', `"${label}" counts no units and so has no tiers.`, field);
  const wrong = (sentence: string, ...below: string[]) =>
    new DomainError('WRONG_TIERS', `${sentence} ("${label}")`, [...field, ...below]);
  if (tiers.length === 0 || tiers.length > MOST_TIERS) throw wrong(`A price has 1 to ${MOST_TIERS} tiers.`);
  let below = new Decimal(0);
  tiers.forEach((tier, place) => {
    assertAmount(price, tier.amount, currency, [...field, String(place), 'amount']);
    const isLast = place === tiers.length - 1;
    if ((tier.upTo === null) !== isLast)
      throw wrong('The last tier, and no other, is without end.', String(place), 'upTo');
    if (tier.upTo === null) return;
    const upTo = new Decimal(tier.upTo);
    if (upTo.lte(below)) throw wrong('Each tier ends above the one before.', String(place), 'upTo');
    if (upTo.gte(CEILING) || upTo.decimalPlaces() > UNIT_PRICE_DIGITS)
      throw wrong('A tier ends below a thousand billion, with 12 decimals at most.', String(place), 'upTo');
    below = upTo;
  });
  if (!new Decimal(amount).eq(tiers[0]!.amount))
    throw new DomainError('WRONG_TIERS', `The amount of "${label}" is that of its first tier; leave it out.`, [
      ...field.slice(0, -1),
      'amount',
    ]);
}

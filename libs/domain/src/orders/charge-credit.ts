import { Decimal } from 'decimal.js';
import { minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';
import { allocate } from '../rewards/allocate.js';
import { decimalText } from '../rewards/fraction.js';

/** Somebody who paid for the service in the period of the credit. */
export interface CreditedCharge {
  readonly key: string;
  /** What they paid; below nothing takes no part. */
  readonly amount: string;
}

/**
 * A service credit in parts, by what each paid: whole cents, the rest by largest remainder, so that the parts are the
 * credit.
 *
 * @param credit Below nothing when an earlier one is taken back.
 * @returns Parts with the digits of the currency and the sign of the credit, without those of nothing; none when nobody
 * paid anything.
 */
export function creditParts(
  credit: string,
  currency: string,
  charges: readonly CreditedCharge[],
): { readonly key: string; readonly amount: string }[] {
  const digits = minorUnitDigits(currency);
  const units = new Decimal(credit).times(new Decimal(10).pow(digits));
  if (!units.isInteger())
    throw new DomainError('TOO_FINE', `A credit in ${currency} has ${digits} decimals at most.`, ['credit']);
  const paying = charges.filter(({ amount }) => new Decimal(amount).gt(0));
  if (paying.length === 0) return [];
  const parts = allocate(
    BigInt(units.abs().toFixed()),
    paying.map(({ amount }) => amount),
  );
  const sign = units.isNegative() ? -1n : 1n;
  return paying
    .map(({ key }, i) => ({ key, units: parts[i]! * sign }))
    .filter((part) => part.units !== 0n)
    .map((part) => ({ key: part.key, amount: decimalText(part.units, digits) }));
}

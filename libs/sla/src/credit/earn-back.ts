import { assertCount } from '../foundation/check.js';
import { parsePercent } from '../foundation/decimal.js';
import { type Money, parseMoney, toMinorUnits } from './money.js';

/** A credit that a provider earns back by keeping a higher target in the periods that follow. */
export interface EarnBackTerms {
  readonly credit: Money;
  /** The result, in percent, that every following period must reach. */
  readonly targetPercent: string;
  /** How many periods after the missed one must reach it. */
  readonly followingPeriods: number;
}

export interface EarnBack {
  /** `refunded`: earned back. `pending`: every result so far reached the target. `kept`: the customer keeps it. */
  readonly status: 'refunded' | 'pending' | 'kept';
  /** With the decimals of the currency. */
  readonly payable: string;
}

/**
 * @param following Results in percent of the periods after the missed one, in order; later ones than needed are ignored.
 * @throws {InputError} When a figure is malformed or out of range.
 */
export function earnBack(terms: EarnBackTerms, following: readonly string[]): EarnBack {
  assertCount('followingPeriods', terms.followingPeriods);
  const target = parsePercent('targetPercent', terms.targetPercent);
  const credit = parseMoney('credit', terms.credit);
  const results = following.slice(0, terms.followingPeriods).map((text, i) => parsePercent(`following[${i}]`, text));
  const { currency } = terms.credit;
  if (results.some((result) => result.lt(target))) return { status: 'kept', payable: toMinorUnits(credit, currency) };
  if (results.length < terms.followingPeriods) return { status: 'pending', payable: toMinorUnits(credit, currency) };
  return { status: 'refunded', payable: toMinorUnits(credit.times(0), currency) };
}

import { assertCount, assertList, assertRecord } from '../foundation/check.js';
import { parsePercent } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
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
  readonly explanation: readonly Step[];
}

/**
 * @param following Results in percent of the periods after the missed one, in order; later ones than needed are ignored.
 * @throws {InputError} When a figure is malformed or out of range.
 */
export function earnBack(terms: EarnBackTerms, following: readonly string[]): EarnBack {
  assertRecord('terms', terms);
  assertList('following', following);
  const { targetPercent, followingPeriods } = terms;
  assertCount('followingPeriods', followingPeriods);
  const target = parsePercent('targetPercent', targetPercent);
  const credit = parseMoney('credit', terms.credit);
  const results = following.slice(0, followingPeriods).map((text, i) => parsePercent(`following[${i}]`, text));
  const fellShort = results.some((result) => result.lt(target));
  const status = fellShort ? 'kept' : results.length < followingPeriods ? 'pending' : 'refunded';
  const payable = toMinorUnits(status === 'refunded' ? credit.times(0) : credit, terms.credit.currency);
  const inputs = { targetPercent, followingPeriods, results: following.slice(0, followingPeriods) };
  return { status, payable, explanation: [step('credit.earnBack', inputs, { status, payable })] };
}

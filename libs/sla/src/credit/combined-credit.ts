import { Exact, HUNDRED, parseDecimal, parsePercent } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import { type Money, parseMoney, toMinorUnits } from './money.js';

/** A credit over several missed promises. */
export interface CombinedCredit {
  /** Of the charge, after the cap. */
  readonly percent: string;
  /** With the decimals of the currency. */
  readonly amount: string;
  readonly capped: boolean;
}

/** A missed service level in a contract that shares a pool between its levels. */
export interface PoolDefault {
  /** Part of the amount at risk that the pool of the level may take, 0 or more; may exceed 100. */
  readonly poolPercent: string;
  /** Part of the pool allocated to the level, 0 or more; allocations may add up to more than 100. */
  readonly allocationPercent: string;
}

/**
 * The credits of several missed levels that share an amount at risk: each takes its allocation of its pool; together
 * they never take more than the amount at risk.
 *
 * @param terms.atRiskPercent Of the charge.
 * @throws {InputError} When a figure is malformed or out of range.
 */
export function poolCredit(terms: {
  readonly charge: Money;
  readonly atRiskPercent: string;
  readonly defaults: readonly PoolDefault[];
}): CombinedCredit {
  const atRisk = parsePercent('atRiskPercent', terms.atRiskPercent);
  const shares = terms.defaults.map(({ poolPercent, allocationPercent }, i) =>
    atRisk
      .times(shareOf(`defaults[${i}].poolPercent`, poolPercent))
      .times(shareOf(`defaults[${i}].allocationPercent`, allocationPercent)),
  );
  return combined(terms.charge, shares, atRisk);
}

/**
 * The sum of the credits of several missed promises, in percent of the charge, up to a cap.
 *
 * @throws {InputError} When a percentage or the charge is malformed or out of range.
 */
export function sumCredit(terms: {
  readonly charge: Money;
  readonly percents: readonly string[];
  /** Leave it out for 100. */
  readonly capPercent?: string;
}): CombinedCredit {
  const percents = terms.percents.map((percent, i) => parsePercent(`percents[${i}]`, percent));
  return combined(terms.charge, percents, parsePercent('capPercent', terms.capPercent ?? '100'));
}

function combined(charge: Money, percents: readonly Exact[], cap: Exact): CombinedCredit {
  const sum = percents.reduce((total, percent) => total.plus(percent), new Exact(0));
  const percent = Exact.min(sum, cap);
  const amount = parseMoney('charge', charge).times(percent).div(HUNDRED);
  return { percent: percent.toFixed(), amount: toMinorUnits(amount, charge.currency), capped: sum.gt(cap) };
}

function shareOf(path: string, percent: string): Exact {
  const share = parseDecimal(path, percent).div(HUNDRED);
  if (share.gte(0)) return share;
  throw new InputError('OUT_OF_RANGE', path, percent, 'must not be negative');
}

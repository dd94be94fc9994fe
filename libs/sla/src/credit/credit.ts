import { assertCount, assertOneOf, assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED } from '../foundation/decimal.js';
import { type Plain, type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { assertMade } from '../foundation/made.js';
import { assertFlag } from '../foundation/records.js';
import { type Verdict, VERDICTS } from '../objective/verdict.js';
import type { CreditSchedule } from './credit-schedule.js';
import { type Money, parseMoney, toMinorUnits } from './money.js';
import { owedShareOf, percentOf } from './owed-share.js';

/** The part of a judgement that a credit follows from. A {@link Judgement} can be given as it is. */
export interface CreditedResult {
  readonly verdict: Verdict;
  readonly deemed?: boolean;
  /** The compared figure as a fraction, exact decimals. */
  readonly numerator: string;
  readonly denominator: string;
  /** Dates on which the promise was broken, for a credit per day. */
  readonly breachDays?: number;
}

export interface Credit {
  /** Of the charge, after the cap; 34 significant digits. */
  readonly percent: string;
  /** With the decimals of the currency; null when no charge was given. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** Index of the tier in the schedule; null when none holds or the schedule has none. */
  readonly tier: number | null;
  readonly capped: boolean;
  /** The amount was not above the minimum, so nothing is paid. */
  readonly belowMinimum: boolean;
  readonly explanation: readonly Step[];
}

/**
 * The credit of a result. Only a missed promise pays; one deemed missed pays by the worst tier, as if all were lost, or
 * all days. The tier is found with the unrounded figure; the share is capped; the amount is compared with the minimum
 * and rounded once, at the end.
 *
 * @param charge What the customer pays for the period; null when it is not known yet, then only the percentage is told.
 * @throws {InputError} When the figure or the charge is malformed, or the charge in another currency than the minimum.
 *
 * @example
 * creditFor({ schedule, result: { verdict: 'missed', numerator: '43140', denominator: '43200' }, charge: { amount: '1000.00', currency: 'USD' } });
 * // { percent: '10', amount: '100.00', capped: false, belowMinimum: false, … }
 */
export function creditFor(missed: {
  readonly schedule: CreditSchedule;
  readonly result: CreditedResult;
  readonly charge: Money | null;
}): Credit {
  assertRecord('missed', missed);
  const { schedule, result, charge } = missed;
  assertMade('schedule', schedule, 'createCreditSchedule');
  assertRecord('result', result);
  assertOneOf('result.verdict', result.verdict, VERDICTS);
  assertFlag('result.deemed', result.deemed ?? false);
  if (result.breachDays !== undefined) assertCount('result.breachDays', result.breachDays);
  const owed = owedShareOf(schedule, result);
  const { capPercent, minimum } = schedule.definition;
  const cap = { part: new Exact(capPercent ?? 100), whole: HUNDRED };
  const capped = owed.part.times(HUNDRED).gt(cap.part.times(owed.whole));
  const share = capped ? cap : owed;
  const percent = percentOf(share);
  const capStep = step('credit.cap', { owedPercent: percentOf(owed), capPercent: cap.part.toFixed() }, percent);
  const steps = [owed.step, ...(capped || capPercent != null ? [capStep] : [])];
  const known = { percent, tier: owed.tier, capped };
  if (charge == null) return { ...known, amount: null, currency: null, belowMinimum: false, explanation: steps };

  const exact = parseMoney('charge', charge).times(share.part).div(share.whole);
  const { currency } = charge;
  const belowMinimum = minimum != null && exact.gt(0) && exact.lte(minimumIn(currency, minimum));
  const amount = toMinorUnits(belowMinimum ? new Exact(0) : exact, currency);
  const amountStep = step(
    'credit.amount',
    {
      charge: { ...charge },
      percent,
      unrounded: exact.toFixed(),
      minimum: plainMoney(minimum),
      belowMinimum,
    },
    { amount, currency },
  );
  return { ...known, amount, currency, belowMinimum, explanation: [...steps, amountStep] };
}

function minimumIn(currency: string, minimum: Money): Exact {
  if (minimum.currency === currency) return parseMoney('minimum', minimum);
  throw new InputError(
    'MISMATCH',
    'charge.currency',
    currency,
    `must be ${minimum.currency}, the currency of the minimum`,
  );
}

const plainMoney = (money: Money | null | undefined): Plain => (money ? { ...money } : null);

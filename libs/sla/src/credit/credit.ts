import { Exact, HUNDRED, parseDecimal } from '../foundation/decimal.js';
import { type Plain, type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import type { Verdict } from '../objective/verdict.js';
import { type CreditSchedule, worstTier } from './credit-schedule.js';
import { type Money, parseMoney, toMinorUnits } from './money.js';
import { type ParsedTier, tierHolds } from './tier.js';

/** The part of a judgement that a credit follows from. A {@link Judgement} can be given as it is. */
export interface CreditedResult {
  readonly verdict: Verdict;
  readonly deemed?: boolean;
  /** The compared figure as a fraction, exact decimals. */
  readonly numerator: string;
  readonly denominator: string;
}

export interface Credit {
  /** Of the charge, after the cap. */
  readonly percent: string;
  /** With the decimals of the currency; null when no charge was given. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** Index of the tier in the schedule; null when none holds. */
  readonly tier: number | null;
  readonly capped: boolean;
  /** The amount was not above the minimum, so nothing is paid. */
  readonly belowMinimum: boolean;
  readonly explanation: readonly Step[];
}

/**
 * The credit of a result. Only a missed promise pays; one deemed missed pays by the worst tier. The tier is found with
 * the unrounded figure; the amount is capped, compared with the minimum, and rounded once, at the end.
 *
 * @param charge What the customer pays for the period; null when it is not known yet, then only the percentage is told.
 * @throws {InputError} When the charge is malformed, or in another currency than the minimum.
 *
 * @example
 * creditFor({ schedule, result: { verdict: 'missed', numerator: '43140', denominator: '43200' }, charge: { amount: '1000.00', currency: 'USD' } });
 * // { percent: '10', amount: '100.00', capped: false, belowMinimum: false, … }
 */
export function creditFor({
  schedule,
  result,
  charge,
}: {
  readonly schedule: CreditSchedule;
  readonly result: CreditedResult;
  readonly charge: Money | null;
}): Credit {
  const tier = result.verdict === 'missed' ? tierOf(schedule, result) : null;
  const owed = tier?.percent ?? new Exact(0);
  const { capPercent, minimum } = schedule.definition;
  const cap = new Exact(capPercent ?? 100);
  const capped = owed.gt(cap);
  const percent = capped ? cap : owed;
  const steps = [
    tierStep(schedule, result, tier),
    ...(capPercent == null ? [] : [step('credit.cap', { owedPercent: owed.toFixed(), capPercent }, percent.toFixed())]),
  ];
  const known = { percent: percent.toFixed(), tier: tier?.index ?? null, capped };
  if (!charge) return { ...known, amount: null, currency: null, belowMinimum: false, explanation: steps };

  const exact = parseMoney('charge', charge).times(percent).div(HUNDRED);
  const { currency } = charge;
  const belowMinimum = minimum != null && exact.gt(0) && exact.lte(minimumIn(currency, minimum));
  const amount = toMinorUnits(belowMinimum ? new Exact(0) : exact, currency);
  const amountStep = step(
    'credit.amount',
    {
      charge: { ...charge },
      percent: percent.toFixed(),
      unrounded: exact.toFixed(),
      minimum: plainMoney(minimum),
      belowMinimum,
    },
    { amount, currency },
  );
  return { ...known, amount, currency, belowMinimum, explanation: [...steps, amountStep] };
}

function tierOf(schedule: CreditSchedule, { deemed, numerator, denominator }: CreditedResult): ParsedTier | null {
  if (deemed) return worstTier(schedule);
  const part = parseDecimal('result.numerator', numerator);
  const whole = parseDecimal('result.denominator', denominator);
  return schedule.tiers.find((tier) => tierHolds(tier, part, whole, schedule.comparator)) ?? null;
}

function tierStep({ definition }: CreditSchedule, result: CreditedResult, tier: ParsedTier | null): Step {
  const { verdict, deemed = false, numerator, denominator } = result;
  const written = tier && (definition.tiers[tier.index] as unknown as Plain);
  return step(
    'credit.tier',
    { verdict, deemed, numerator, denominator, tier: written },
    tier ? tier.percent.toFixed() : '0',
  );
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

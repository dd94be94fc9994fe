import { Exact, HUNDRED, parseNonNegative } from '../foundation/decimal.js';
import { type Plain, type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import type { CreditedResult } from './credit.js';
import { type CreditSchedule, worstTier } from './credit-schedule.js';
import { type ParsedTier, tierHolds } from './tier.js';

/** A share of the charge, as a fraction: the quotient may have no finite decimal form, and is rounded once, as money. */
export interface OwedShare {
  readonly part: Exact;
  readonly whole: Exact;
  /** Index of the tier that holds; null when none does, or the rule knows no tiers. */
  readonly tier: number | null;
  readonly step: Step;
}

/** What a result owes by the rule of the schedule, before the cap. */
export function owedShareOf(schedule: CreditSchedule, result: CreditedResult): OwedShare {
  const { definition } = schedule;
  const missed = result.verdict === 'missed';
  if ('proportional' in definition) return proportionalShare(definition.proportional.factor, schedule, result, missed);
  if ('perDay' in definition) return dailyShare(definition.perDay.percent, result, missed);
  return tierShare(schedule, result, missed);
}

function tierShare(schedule: CreditSchedule, result: CreditedResult, missed: boolean): OwedShare {
  const { verdict, deemed = false, numerator, denominator } = result;
  const { definition } = schedule;
  const tier = missed ? tierOf(schedule, result) : null;
  const written = tier && 'tiers' in definition ? (definition.tiers[tier.index] as unknown as Plain) : null;
  const percent = tier?.percent ?? ZERO;
  const inputs = { verdict, deemed, numerator, denominator, tier: written };
  return {
    part: percent,
    whole: HUNDRED,
    tier: tier?.index ?? null,
    step: step('credit.tier', inputs, percent.toFixed()),
  };
}

function tierOf(schedule: CreditSchedule, result: CreditedResult): ParsedTier | null {
  if (result.deemed) return worstTier(schedule);
  const { part, whole } = figureOf(result);
  return schedule.tiers.find((tier) => tierHolds(tier, part, whole, schedule.comparator)) ?? null;
}

function proportionalShare(
  factor: string,
  { comparator }: CreditSchedule,
  result: CreditedResult,
  missed: boolean,
): OwedShare {
  const { verdict, deemed = false } = result;
  const { part, whole } = deemed ? ALL_LOST : figureOf(result);
  if (missed && whole.isZero()) {
    throw new InputError('OUT_OF_RANGE', 'result.denominator', result.denominator, 'must not be 0 when it was missed');
  }
  const lost = comparator === 'gte' && !deemed ? whole.minus(part) : part;
  const owed = missed ? { part: lost.times(factor), whole } : NOTHING;
  const inputs = { verdict, deemed, lost: lost.toFixed(), of: whole.toFixed(), factor };
  return { ...owed, tier: null, step: step('credit.proportional', inputs, percentOf(owed)) };
}

function dailyShare(percent: string, result: CreditedResult, missed: boolean): OwedShare {
  const { verdict, deemed = false, breachDays } = result;
  if (missed && !deemed && breachDays === undefined) {
    throw new InputError('MISSING', 'result.breachDays', breachDays, 'must be given for a credit per day');
  }
  const part = deemed ? HUNDRED : new Exact(percent).times(breachDays ?? 0);
  const owed = missed ? { part, whole: HUNDRED } : NOTHING;
  const inputs = { verdict, deemed, breachDays: breachDays ?? null, percent };
  return { ...owed, tier: null, step: step('credit.perDay', inputs, percentOf(owed)) };
}

/** In percent, with 34 significant digits. */
export const percentOf = ({ part, whole }: Pick<OwedShare, 'part' | 'whole'>): string =>
  part.times(HUNDRED).div(whole).toSignificantDigits(34).toFixed();

function figureOf({ numerator, denominator }: CreditedResult) {
  const whole = parseNonNegative('result.denominator', denominator);
  const part = parseNonNegative('result.numerator', numerator);
  if (part.lte(whole)) return { part, whole };
  throw new InputError(
    'OUT_OF_RANGE',
    'result.numerator',
    numerator,
    `must not exceed ${denominator}, the denominator`,
  );
}

const ZERO = new Exact(0);
const NOTHING = { part: ZERO, whole: HUNDRED };
const ALL_LOST = { part: HUNDRED, whole: HUNDRED };

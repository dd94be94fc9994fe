import { breachDays } from '../credit/breach-days.js';
import { type Credit, creditFor } from '../credit/credit.js';
import { type Money, parseMoney } from '../credit/money.js';
import { errorBudgetOf, type ErrorBudget } from '../budget/error-budget.js';
import { assertInstant, assertRecord } from '../foundation/check.js';
import { ratioOf } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { assertMade } from '../foundation/made.js';
import { RULE_VERSION } from '../foundation/rule-version.js';
import { difference, plain, printed } from '../indicator/amount.js';
import type { Evidence } from '../indicator/evidence.js';
import type { Contribution, Measured } from '../indicator/measured.js';
import { type Verdict, verdictOf } from '../objective/verdict.js';
import { assertPeriod, type Period } from '../window/period.js';
import { measure } from './measure.js';
import type { Terms } from './terms.js';

/** A promise judged over a period, with everything that led to it. Plain JSON. */
export interface Judgement {
  readonly ruleVersion: string;
  readonly period: Period;
  /** The end of the period, or `asOf` while it is open. */
  readonly judgedTo: number;
  /** The period had not ended; the judgement is of the part so far. */
  readonly open: boolean;
  readonly verdict: Verdict;
  /** Missed by the contract, because the data that the provider owes is missing. */
  readonly deemed: boolean;
  /** What numerator and denominator count. */
  readonly unit: Measured['unit'];
  /** The good part for a `gte` objective, the bad part for `lte`. */
  readonly numerator: string;
  readonly denominator: string;
  /** 0 to 1, 34 significant digits; null when there is nothing to judge. */
  readonly ratio: string | null;
  readonly coverage: Coverage | null;
  readonly budget: ErrorBudget;
  readonly contributions: readonly Contribution[];
  /** Null when the terms have no credit schedule. */
  readonly credit: Credit | null;
  readonly explanation: readonly Step[];
}

/** How much of the time was measured. */
export interface Coverage {
  readonly knownMs: number;
  readonly expectedMs: number;
  /** 0 to 1; null when nothing was to be measured. */
  readonly ratio: string | null;
}

export interface JudgeOptions {
  /** The instant up to which events are known. Default: the end of the period. */
  readonly asOf?: number;
  /** What the customer pays for the period; without it a credit is told in percent only. */
  readonly charge?: Money | null;
}

/**
 * Judges a promise over a period. The same arguments give the same judgement, whenever it is asked.
 *
 * @throws {InputError} When the terms were not made by `createTerms`, the period is malformed, or evidence is, or not of
 *   the kind that the indicator needs.
 *
 * @example
 * const terms = createTerms({ indicator: { kind: 'availability' }, objective: { comparator: 'gte', targetPercent: '99.9' } });
 * const { verdict, ratio } = judge(terms, periodOf('month', 'Europe/Berlin', at), { kind: 'outages', outages });
 */
export function judge(terms: Terms, period: Period, evidence: Evidence, options: JudgeOptions = {}): Judgement {
  assertMade('terms', terms, 'createTerms');
  assertPeriod('period', period);
  assertRecord('options', options);
  const { asOf = period.to, charge = null } = options;
  if (asOf !== period.to) assertInstant('asOf', asOf);
  if (charge !== null) parseMoney('charge', charge);
  const judgedTo = Math.max(period.from, Math.min(asOf, period.to));
  const open = asOf < period.to;

  const measured = measure(terms, period, { judgedTo, asOf: Math.max(asOf, judgedTo) }, evidence);
  const { verdict, deemed, explanation } = verdictOf(terms.objective, terms.missingData, measured, open);
  const budget = errorBudgetOf(terms.objective, measured, period, judgedTo);
  const compared = comparedFigure(terms, measured);
  const { creditSchedule: schedule } = terms;
  const credit =
    schedule &&
    creditFor({
      schedule,
      result: {
        verdict,
        deemed,
        ...compared,
        breachDays: breachDays(schedule, measured.losses, terms.calendar, period),
      },
      charge,
    });

  return {
    ruleVersion: RULE_VERSION,
    period,
    judgedTo,
    open,
    verdict,
    deemed,
    unit: measured.unit,
    ...compared,
    coverage: coverageOf(measured),
    budget,
    contributions: measured.contributions,
    credit,
    explanation: [
      step('period', { id: period.id, zone: period.zone, from: period.from, to: period.to, open }, judgedTo),
      ...measured.steps,
      step('ratio', { ...compared, comparator: terms.objective.comparator }, compared.ratio),
      step(
        'budget',
        { targetPercent: terms.objective.targetPercent, periodTotal: plain(measured.periodTotal) },
        budgetFigures(budget),
      ),
      ...explanation,
      ...(credit?.explanation ?? []),
    ],
  };
}

function comparedFigure({ objective }: Terms, { bad, total }: Measured) {
  const compared = objective.comparator === 'gte' ? difference(total, bad) : bad;
  return { numerator: printed(compared), denominator: printed(total), ratio: ratioOf(compared, total) };
}

function coverageOf({ coverage }: Measured): Coverage | null {
  return coverage && { ...coverage, ratio: ratioOf(coverage.knownMs, coverage.expectedMs) };
}

const budgetFigures = ({ unit, total, used, left }: ErrorBudget) => ({ unit, total, used, left });

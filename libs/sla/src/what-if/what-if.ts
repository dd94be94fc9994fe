import { assertRecord } from '../foundation/check.js';
import { assertEvidence } from '../indicator/assert-evidence.js';
import { assertMade } from '../foundation/made.js';
import { assertRecords } from '../foundation/records.js';
import type { Money } from '../credit/money.js';
import { Exact } from '../foundation/decimal.js';
import { type Plain, type Step, step } from '../foundation/explanation.js';
import type { Evidence, Stretch } from '../indicator/evidence.js';
import { judge, type Judgement, type JudgeOptions } from '../judgement/judge.js';
import { createTerms, type Terms, type TermsDefinition } from '../judgement/terms.js';
import type { Period } from '../window/period.js';

/** What is supposed to be otherwise. What is left out stays as it is. */
export interface Supposition {
  /** Another target, calendar, indicator, treatment of missing data or credit schedule. */
  readonly terms?: Partial<TermsDefinition>;
  /** More time that both sides leave out. */
  readonly exclusions?: readonly Stretch[];
  /** More planned work. */
  readonly maintenance?: readonly Stretch[];
  readonly charge?: Money | null;
}

/** A figure that the two judgements do not share. */
export interface Difference {
  /** Where it stands in the judgement, such as `budget.left`. */
  readonly figure: string;
  readonly before: Plain;
  readonly after: Plain;
  /** After less before, as a decimal; null where they are no figures of one unit. */
  readonly change: string | null;
}

/** The same history judged twice. */
export interface WhatIf {
  readonly before: Judgement;
  readonly after: Judgement;
  /** In the order of {@link Judgement}; empty when the supposition changes nothing. */
  readonly differences: readonly Difference[];
  readonly explanation: readonly Step[];
}

/**
 * Judges the same history under the terms as they are and as they are supposed to be, and compares.
 *
 * @throws {InputError} When the supposition makes terms that no contract could state; paths as of `createTerms`.
 *
 * @example
 * whatIf(terms, june, evidence, { terms: { objective: { comparator: 'gte', targetPercent: '99.95' } } }).differences;
 * // [{ figure: 'verdict', before: 'met', after: 'missed', change: null }, …]
 */
export function whatIf(
  terms: Terms,
  period: Period,
  evidence: Evidence,
  supposition: Supposition,
  options: JudgeOptions = {},
): WhatIf {
  assertMade('terms', terms, 'createTerms');
  assertEvidence('evidence', evidence);
  assertRecord('supposition', supposition);
  assertRecord('supposition.terms', supposition.terms ?? {});
  assertRecord('options', options);
  const supposed = createTerms({ ...definitionOf(terms), ...supposition.terms });
  const { exclusions = [], maintenance = [], charge = options.charge ?? null } = supposition;
  assertRecords('supposition.exclusions', exclusions);
  assertRecords('supposition.maintenance', maintenance);
  const history = {
    ...evidence,
    exclusions: [...(evidence.exclusions ?? []), ...exclusions],
    maintenance: [...(evidence.maintenance ?? []), ...maintenance],
  };
  const before = judge(terms, period, evidence, options);
  const after = judge(supposed, period, history, { ...options, charge });
  const differences = differencesOf(before, after);
  const supposedOf = Object.keys(supposition.terms ?? {});
  const inputs = { terms: supposedOf, exclusions: exclusions.length, maintenance: maintenance.length };
  const refs = [...exclusions, ...maintenance].map(({ ref }) => ref);
  const compared = differences.map(({ figure, ...values }) => step('whatIf.difference', { figure }, values));
  return {
    before,
    after,
    differences,
    explanation: [step('whatIf.supposed', inputs, after.verdict, refs), ...compared],
  };
}

function definitionOf({ creditSchedule, ...terms }: Terms): TermsDefinition {
  return { ...terms, creditSchedule: creditSchedule?.definition ?? null };
}

/** A figure to compare, and what it is measured in where that may differ. */
interface Figure {
  readonly read: (judgement: Judgement) => Plain | undefined;
  readonly unit?: (judgement: Judgement) => string | null | undefined;
}

const unit: Figure['unit'] = (judgement) => judgement.unit;

const FIGURES: Readonly<Record<string, Figure>> = {
  verdict: { read: ({ verdict }) => verdict },
  deemed: { read: ({ deemed }) => deemed },
  unit: { read: unit },
  numerator: { read: ({ numerator }) => numerator, unit },
  denominator: { read: ({ denominator }) => denominator, unit },
  ratio: { read: ({ ratio }) => ratio },
  'coverage.ratio': { read: ({ coverage }) => coverage?.ratio },
  'budget.total': { read: ({ budget }) => budget.total, unit },
  'budget.used': { read: ({ budget }) => budget.used, unit },
  'budget.left': { read: ({ budget }) => budget.left, unit },
  'credit.percent': { read: ({ credit }) => credit?.percent },
  'credit.amount': { read: ({ credit }) => credit?.amount, unit: ({ credit }) => credit?.currency },
  'credit.currency': { read: ({ credit }) => credit?.currency },
};

function differencesOf(before: Judgement, after: Judgement): Difference[] {
  return Object.entries(FIGURES).flatMap(([figure, { read, unit: unitOf = () => null }]) => {
    const [was, is] = [read(before) ?? null, read(after) ?? null];
    if (was === is) return [];
    const comparable = unitOf(before) === unitOf(after) && isDecimal(was) && isDecimal(is);
    return [{ figure, before: was, after: is, change: comparable ? new Exact(is).minus(was).toFixed() : null }];
  });
}

const isDecimal = (value: Plain): value is string => typeof value === 'string' && /^-?\d/.test(value);

import {
  type CountedAnswers,
  daysOf,
  marginOf,
  type PeriodCharge,
  projectBudget,
  shownFigure,
  shownShare,
} from '@accord/domain';
import type { Judgement, Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { PeriodResultEntity } from '../results/period-result.entity.js';
import type { StoredJudgement } from '../results/stored-judgement.js';
import type { Judged } from './judge-period.js';

/** The columns of a result that its calculation decides. */
export type JudgedColumns = Pick<
  PeriodResultEntity,
  | 'commitmentId'
  | 'termsId'
  | 'calendarVersionId'
  | 'period'
  | 'fromAt'
  | 'toAt'
  | 'timeZone'
  | 'verdict'
  | 'figure'
  | 'ratio'
  | 'numerator'
  | 'denominator'
  | 'target'
  | 'margin'
  | 'coverage'
  | 'budgetUnit'
  | 'budgetTotal'
  | 'budgetUsed'
  | 'budgetLeft'
  | 'budgetLeftPercent'
  | 'judgement'
  | 'ruleVersion'
  | 'dataAsOf'
  | 'evaluatedAt'
>;

export function judgedColumns(judged: Judged, at: Date): JudgedColumns {
  const { commitment, pinned, judgement, dataAsOf } = judged;
  const { period, budget } = judgement;
  const { target, comparator } = pinned.row;
  const figure = shownFigure(judgement.ratio, target, comparator);
  return {
    commitmentId: commitment.id,
    termsId: pinned.row.id,
    calendarVersionId: pinned.calendarVersionId,
    period: period.id,
    fromAt: new Date(period.from),
    toAt: new Date(period.to),
    timeZone: commitment.timeZone,
    verdict: judgement.verdict,
    figure,
    ratio: judgement.ratio,
    numerator: judgement.numerator,
    denominator: judgement.denominator,
    target,
    margin: marginOf(figure, target, comparator),
    coverage: coverageOf(judgement),
    budgetUnit: budget.unit,
    budgetTotal: budget.total,
    budgetUsed: budget.used,
    budgetLeft: budget.left,
    budgetLeftPercent: shownShare(budget.leftRatio),
    judgement: storedJudgement(judged),
    ruleVersion: judgement.ruleVersion,
    dataAsOf: dataAsOf === null ? null : new Date(dataAsOf),
    evaluatedAt: at,
  };
}

type Said = Pick<PeriodResultEntity, 'verdict' | 'numerator' | 'denominator' | 'coverage'>;

/** Whether judging again came to something else than what a closed result, or another judgement, says. */
export function differs(said: Said | Judged, judged: Judged): boolean {
  const [one, other] = ['judgement' in said ? saidBy(said) : said, saidBy(judged)];
  return (
    one.verdict !== other.verdict ||
    one.numerator !== other.numerator ||
    one.denominator !== other.denominator ||
    one.coverage !== other.coverage
  );
}

function saidBy({ judgement }: Judged): Said {
  const { verdict, numerator, denominator } = judgement;
  return { verdict, numerator, denominator, coverage: coverageOf(judgement) };
}

/** Silence says nothing of tickets, so nothing of them is missing. */
function coverageOf({ coverage }: Judgement): string {
  return shownShare(coverage?.ratio ?? '1')!;
}

function storedJudgement(judged: Judged): StoredJudgement {
  const { commitment, pinned, judgement, charge, burnRates, gaps: unknown, takenOut, answers } = judged;
  const { calendar, excludedTime, missingData } = pinned.terms;
  const uncounted = { takenOut, excludedTime, unknown, gaps: missingData.gaps };
  const { budget, explanation } = judgement;
  const total = Number(budget.total);
  const leftPercent = (left: number) => shownShare(new Decimal(left).div(total).toFixed())!;
  const { windowText } = pinned.row;
  const [period, ...steps] = [...withCharge(withAnswers(withRuledOut(explanation, judged), answers), charge)];
  return {
    burnRates,
    projection: projectBudget(pinned.terms, judgement),
    burndown: total > 0 ? budget.burndown.map(({ at, left }) => ({ at, leftPercent: leftPercent(left) })) : [],
    days: budget.unit === 'ms' ? daysOf(calendar, commitment.timeZone, budget.burndown, uncounted) : [],
    scores: answers?.scores ?? [],
    explanation: [windowText === null ? period! : { ...period!, inputs: { ...period!.inputs, windowText } }, ...steps],
  };
}

/** Which maintenance counts as downtime, and by which rule, stands before what is taken out. */
function withRuledOut(explanation: readonly Step[], { ruledOut }: Judged): readonly Step[] {
  const steps = ruledOut.map(({ ref, rule, from, to }): Step => {
    return { rule: `maintenance.${rule}`, inputs: { from, to }, result: to - from, evidence: [ref] };
  });
  return explanation.toSpliced(1, 0, ...steps);
}

/** How many answers were given, and whether they are enough, stands before what is counted of them. */
function withAnswers(explanation: readonly Step[], answers: CountedAnswers | null): readonly Step[] {
  return answers ? explanation.toSpliced(1, 0, ...answers.steps) : explanation;
}

/** Why a period is charged less than the agreement names stands before the credit that it is the base of. */
function withCharge(explanation: readonly Step[], charge: PeriodCharge | null): readonly Step[] {
  const credit = explanation.findIndex(({ rule }) => rule.startsWith('credit.'));
  return credit < 0 || !charge ? explanation : explanation.toSpliced(credit, 0, ...charge.explanation);
}

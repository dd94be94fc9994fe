import { ALWAYS_OPEN, createTerms, judge, type Judgement, type Money, type Period, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { type CommitmentPromise, termsDefinition } from '../../agreements/commitment-terms.js';
import type { FigureSide } from './provider-figure.js';

/** The figure that both sides agreed on, that nobody objected to, or that an audit found. */
export interface FigureOfRecord {
  /** Whose it is. */
  readonly side: FigureSide | 'audit';
  /** Percent, exact; the share of the good, or of the bad where at most is promised. */
  readonly figure: string;
  readonly basis: 'agreement' | 'silence' | 'audit';
}

const Exact = Decimal.clone({ precision: 60 });

/**
 * A judgement by the figure of record in place of ours: verdict, budget and credit follow it, by the same promise. What
 * we measured of it stays with our own revision; the figure is all that is known of the one of record.
 *
 * @param ours What we measured: its whole is what the figure is a share of.
 * @throws {InputError} When the figure is no percentage.
 */
export function judgeOfRecord(
  { side, figure, basis }: FigureOfRecord,
  {
    ours,
    promise,
    currency,
    period,
    charge,
  }: {
    readonly ours: Judgement;
    readonly promise: CommitmentPromise;
    readonly currency: string;
    readonly period: Period;
    readonly charge: Money | null;
  },
): Judgement {
  const { credit, comparator } = promise;
  const { indicator: _, ...definition } = termsDefinition({ ...promise, credit }, ALWAYS_OPEN.definition, currency);
  const { lowVolume: __, ...objective } = definition.objective as {
    lowVolume?: unknown;
    comparator: 'gte';
    targetPercent: string;
  };
  const terms = createTerms({ ...definition, objective, indicator: { kind: 'goodTotal' }, calendar: ALWAYS_OPEN });
  const [numerator, whole] = countsOf(figure);
  const good = comparator === 'atLeast' ? numerator : whole - numerator;
  const judged = judge(
    terms,
    { ...period },
    { kind: 'counts', counts: [{ ref: 'record', from: period.from, to: period.to, good, total: whole }] },
    { charge },
  );
  const share = new Exact(figure).div(100);
  const denominator = new Exact(ours.denominator);
  const compared = share.times(denominator);
  const bad = comparator === 'atLeast' ? denominator.minus(compared) : compared;
  const total = new Exact(ours.budget.total);
  const scaled = {
    numerator: compared.toFixed(),
    denominator: denominator.toFixed(),
    ratio: judged.ratio,
  };
  // The verdict is told in the unit of ours; where nothing was measured, as shares of a hundred.
  const told = denominator.isZero()
    ? { bad: lostPercent(figure, comparator), total: '100', unit: 'percent' }
    : { bad: bad.toFixed(), total: denominator.toFixed(), unit: ours.unit };
  const record: Step = {
    rule: 'record',
    inputs: { side, basis, oursRatio: ours.ratio, figurePercent: figure },
    result: { figurePercent: figure },
  };
  return {
    ...judged,
    ruleVersion: ours.ruleVersion,
    unit: ours.unit,
    ...(denominator.isZero() ? {} : scaled),
    coverage: ours.coverage,
    budget: {
      ...ours.budget,
      used: bad.toFixed(),
      left: total.minus(bad).toFixed(),
      leftRatio: total.isZero() ? null : total.minus(bad).div(total).toSignificantDigits(34).toFixed(),
      burndown: [],
    },
    contributions: [],
    explanation: [
      ours.explanation[0]!,
      record,
      { rule: 'ratio', inputs: scaled, result: judged.ratio },
      ...judged.explanation
        .filter(({ rule }) => rule.startsWith('verdict') || rule.startsWith('credit.'))
        .map((one) => (one.rule === 'verdict' ? { ...one, inputs: { ...one.inputs, ...told } } : one)),
    ],
  };
}

const lostPercent = (figure: string, comparator: CommitmentPromise['comparator']): string =>
  (comparator === 'atLeast' ? new Exact(100).minus(figure) : new Exact(figure)).toFixed();

/** A percentage as a whole number of a whole number. */
function countsOf(figure: string): [part: number, whole: number] {
  const decimals = (figure.split('.')[1] ?? '').replace(/0+$/, '').length;
  const whole = 10 ** (decimals + 2);
  return [new Exact(figure).times(new Exact(10).pow(decimals)).toNumber(), whole];
}

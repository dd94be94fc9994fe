import type { Step } from '@accord/sla';
import { minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';
import type { FigureOver } from '../performance/figure-over.js';
import { allocate } from './allocate.js';
import { type CurveAnchor, curveAt } from './curve.js';
import { decimalText, Fraction, lesser } from './fraction.js';
import { attainmentOf, performanceFactor } from './performance-factor.js';
import { type Days, daysIn, type Presence, prorate, type Proration } from './proration.js';

/** What a plan measures. All are decimals. */
export interface RewardMeasureTerms {
  readonly id: string;
  /** The commitment, for the explanation. */
  readonly name: string;
  readonly weight: string;
  /** Attainment 0. */
  readonly floor: string;
  /** Attainment 100. */
  readonly target: string;
}

/** What a version of a plan says. Amounts are whole in the currency's minor unit. */
export interface RewardTerms {
  readonly currency: string;
  /** What is paid at 100 percent. */
  readonly pool: string;
  /** The most that is paid. */
  readonly cap: string;
  readonly proration: Proration;
  readonly curve: readonly CurveAnchor[];
  readonly measures: readonly RewardMeasureTerms[];
}

/** A step of the calculation; `forTeam` ones would tell a member what the others earn. */
export type RewardStep = Step & { readonly forTeam?: boolean };

/** What came of a measure. Percentages are decimals, with at most ten decimals shown. */
export interface MeasureOutcome {
  readonly measureId: string;
  readonly result: string | null;
  readonly attainment: string | null;
  readonly percent: string | null;
  /** 0 for one that was left out. */
  readonly weight: string;
  readonly explanation: readonly RewardStep[];
}

export interface RewardPart {
  readonly personId: string;
  readonly amount: string;
  /** On which the person was in the team with a share. */
  readonly days: number;
  readonly explanation: readonly RewardStep[];
}

export interface Reward {
  readonly outcomes: readonly MeasureOutcome[];
  /** Percent. */
  readonly factor: string;
  readonly pool: string;
  readonly parts: readonly RewardPart[];
  /** Of the pool, earned by nobody. */
  readonly unspent: string;
  readonly explanation: readonly RewardStep[];
}

/**
 * What a team earned in a period, and who of it how much: pool = min(cap, target pool × PF), rounded once to the
 * currency's minor unit, halves up; then split by the plan's proration with largest remainders, so that all parts and
 * what nobody earned sum to it.
 *
 * A measure without data is left out, and the others' weights grow. One whose data was owed and not brought has
 * attainment 0. Nothing is calculated where no measure has data; where something was calculated before a restatement took
 * the data away, nothing is earned any longer, so that the difference is posted.
 *
 * @param figures Of the measures, in their order.
 * @param options.isAdjustment Whether the period was calculated before.
 * @throws {DomainError} `NO_DATA` when no measure has data; `NO_SHARES` when nobody has a share in the period.
 */
export function rewardFor(
  terms: RewardTerms,
  figures: readonly FigureOver[],
  period: Days,
  presences: readonly Presence[],
  { isAdjustment = false } = {},
): Reward {
  if (presences.length === 0) throw new DomainError('NO_SHARES', 'Nobody of the team has a share in this period.');
  const outcomes = terms.measures.map((measure, i) => outcomeOf(terms.curve, measure, figures[i]!));
  const measured = performanceFactor({ anchors: terms.curve }, outcomes);
  if (!measured && !isAdjustment) throw new DomainError('NO_DATA', 'None of the measures has data in this period.');
  const factor = measured ?? Fraction.of(0);

  const units = 10n ** BigInt(minorUnitDigits(terms.currency));
  const money = (minor: bigint) => decimalText(minor, minorUnitDigits(terms.currency));
  const pool = lesser(Fraction.of(terms.cap), factor.times(terms.pool).over(100)).times(units).round();
  const steps: RewardStep[] = [
    {
      rule: measured ? 'reward.factor' : 'reward.noData',
      inputs: { measures: outcomes.length - leftOut(outcomes), leftOut: leftOut(outcomes) },
      result: { factorPercent: String(factor) },
    },
    {
      rule: 'reward.pool',
      inputs: { target: { amount: terms.pool }, cap: { amount: terms.cap }, factorPercent: String(factor) },
      result: { pool: { amount: money(pool) }, currency: terms.currency },
      forTeam: true,
    },
  ];
  const { parts, unearned } = prorate(terms.proration, period, presences);
  const amounts = allocate(pool, [...parts.values(), unearned]);
  const shown = outcomes.map(({ shown: outcome }) => outcome);
  const before = [...shown.flatMap(({ explanation }) => explanation), ...steps];
  return {
    outcomes: shown,
    factor: String(factor),
    pool: money(pool),
    parts: [...parts].map(([personId, part], i) => {
      const own = presences.filter((presence) => presence.personId === personId);
      const amount = money(amounts[i]!);
      const split: RewardStep = {
        rule: 'reward.part',
        inputs: { proration: terms.proration, partPercent: String(part.times(100)), pool: { amount: money(pool) } },
        result: { amount, currency: terms.currency },
        forTeam: true,
      };
      return {
        personId,
        amount,
        days: own.reduce((days, presence) => days + daysIn(presence), 0),
        explanation: [
          ...before,
          ...own.map((presence) => shareStep(terms, period, presence)),
          split,
          earned(terms, amount),
        ],
      };
    }),
    unspent: money(amounts.at(-1)!),
    explanation: before,
  };
}

function outcomeOf(curve: readonly CurveAnchor[], measure: RewardMeasureTerms, figure: FigureOver) {
  const { id: measureId, name, floor, target } = measure;
  const known = { floorPercent: floor, targetPercent: target };
  const answer = (result: Fraction | null, attainment: Fraction | null, step: RewardStep) => {
    const weight = attainment ? measure.weight : '0';
    const percent = attainment && curveAt({ anchors: curve }, attainment);
    const text = (value: Fraction | null) => value && String(value);
    const paid: RewardStep[] = attainment
      ? [
          {
            rule: 'reward.curve',
            inputs: { attainmentPercent: String(attainment) },
            result: { paidPercent: String(percent) },
          },
        ]
      : [];
    const explanation = [step, ...paid];
    return {
      weight: measure.weight,
      result,
      attainment,
      shown: {
        measureId,
        result: text(result),
        attainment: text(attainment),
        percent: text(percent),
        weight,
        explanation,
      },
    };
  };
  if (figure.state === 'deemed') {
    const inputs = { commitment: name, ...known, weight: measure.weight };
    const step = { rule: 'reward.deemed', inputs, result: { attainmentPercent: '0' } };
    return answer(null, Fraction.of(0), step);
  }
  if (figure.state !== 'measured') {
    const inputs = { commitment: name, reason: figure.state, weight: measure.weight };
    return answer(null, null, { rule: 'reward.leftOut', inputs, result: { weight: '0' } });
  }
  const result = Fraction.of(figure.numerator).over(figure.denominator).times(100);
  const attainment = attainmentOf(result, measure);
  const inputs = { commitment: name, figurePercent: String(result), ...known, weight: measure.weight };
  return answer(result, attainment, {
    rule: 'reward.attainment',
    inputs,
    result: { attainmentPercent: String(attainment) },
  });
}

const leftOut = (outcomes: readonly { attainment: Fraction | null }[]): number =>
  outcomes.filter(({ attainment }) => attainment === null).length;

const shareStep = ({ proration }: RewardTerms, period: Days, { weight, from, to }: Presence): RewardStep => ({
  rule: 'reward.share',
  inputs: { proration, weight, firstDay: from, lastDay: to },
  result: { days: daysIn({ from, to }), daysOfPeriod: daysIn(period) },
});

const earned = ({ currency }: RewardTerms, amount: string): RewardStep => ({
  rule: 'reward.earned',
  inputs: {},
  result: { amount, currency },
});

import {
  allocate,
  curveAt,
  flatRate,
  Fraction,
  interpolatedAmount,
  performanceFactor,
  scorecardOf,
  scoreOf,
  stepRate,
  type CurveAnchor,
  type Tier,
} from '@accord/domain';
import type { Answers } from './vector.js';

type WrittenTier = [low: number, high: number | null, value: string];

const tiersOf = (tiers: WrittenTier[]): Tier[] => tiers.map(([low, high, value]) => ({ low, high, value }));
const anchorsOf = (anchors: [string, string][]): CurveAnchor[] =>
  anchors.map(([attainment, percent]) => ({ attainment, percent }));

/** What libs/domain answers to the operations on rewards. */
export const rewardAnswers: Answers = {
  stepRate: ({ tiers, amount }) => ({ value: String(stepRate(tiersOf(tiers), amount)) }),
  interpolatedAmount: ({ tiers, amount }) => ({ value: String(interpolatedAmount(tiersOf(tiers), amount)) }),
  flatRate: ({ tiers, amount }) => ({ value: String(flatRate(tiersOf(tiers), amount)) }),
  curvePayout: ({ anchors, extrapolate, cap, target, attainment }) => ({
    value: String(curveAt({ anchors: anchorsOf(anchors), extrapolate, cap }, attainment).times(target)),
  }),
  performanceFactor: ({ measures, anchors }) => ({
    percent: String(performanceFactor({ anchors: anchorsOf(anchors) }, measures) ?? Fraction.of(0)),
  }),
  allocate: ({ minorUnits, ratios }) => ({ parts: allocate(BigInt(minorUnits), ratios).map(Number) }),
  scorecard: ({ kpis, minimumCoverage }) => {
    const weighed = kpis.map(({ weight, actual, ...scale }: { weight: number; actual: string | null } & Scale) => ({
      name: '',
      weight: String(weight),
      state: actual === null ? 'noData' : 'scored',
      score: actual === null ? null : scoreOf(actual, scale),
    }));
    const { score, coverage } = scorecardOf(weighed, String(minimumCoverage));
    return { score, coverage: Number(coverage) };
  },
};

interface Scale {
  floor: string;
  target: string;
}

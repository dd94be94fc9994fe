import { Decimal } from 'decimal.js';
import type { Step } from '@accord/sla';
import { shownScore } from '../performance/shown-figure.js';
import type { KPIState } from './kpi-score.js';

export const SCORECARD_VERDICTS = ['scored', 'insufficientData'] as const;
export type ScorecardVerdict = (typeof SCORECARD_VERDICTS)[number];

/** A KPI as a scorecard weighs it. */
export interface WeighedKPI {
  readonly name: string;
  readonly weight: string;
  readonly state: KPIState;
  /** 0 to 100; null when there is no value. */
  readonly score: string | null;
}

export interface ScorecardOutcome {
  readonly verdict: ScorecardVerdict;
  /** 0 to 100 with two decimals; null when too little is known. */
  readonly score: string | null;
  /** Percent of the weights that have a value, two decimals, rounded down. */
  readonly coverage: string;
  readonly explanation: readonly Step[];
}

const Exact = Decimal.clone({ precision: 34 });

/**
 * The score of a scorecard: the weighted mean of its KPIs that have a value, `S = Σw·s / Σw`. The coverage is the share of
 * their weights; KPIs without activity count in neither.
 *
 * @param minimumCoverage Percent; under it the answer is insufficient data. Compared unrounded.
 */
export function scorecardOf(kpis: readonly WeighedKPI[], minimumCoverage: string): ScorecardOutcome {
  const active = kpis.filter(({ state }) => state !== 'noActivity');
  const valued = active.filter((kpi) => kpi.score !== null);
  const [all, available] = [weightOf(active), weightOf(valued)];
  const coverage = all.isZero() ? new Exact(0) : available.div(all).times(100);
  const isEnough = available.gt(0) && coverage.gte(minimumCoverage);
  const sum = valued.reduce((total, { weight, score }) => total.plus(new Exact(weight).times(score!)), new Exact(0));
  const score = isEnough ? shownScore(sum.div(available).toFixed()) : null;
  const verdict = isEnough ? 'scored' : 'insufficientData';
  const shown = coverage.toDecimalPlaces(2, Decimal.ROUND_FLOOR).toFixed();
  const coverageStep: Step = {
    rule: 'scorecard.coverage',
    inputs: { weightAvailable: available.toFixed(), weightAll: all.toFixed(), leastCoveragePercent: minimumCoverage },
    result: { coveragePercent: shown, verdict },
  };
  const scores = Object.fromEntries(
    valued.map(({ name, weight, score: s }) => [name, { weight, score: shownScore(s!) }]),
  );
  const scoreStep: Step = {
    rule: 'scorecard.score',
    inputs: { ...scores, weightAvailable: available.toFixed() },
    result: { score },
  };
  return { verdict, score, coverage: shown, explanation: isEnough ? [coverageStep, scoreStep] : [coverageStep] };
}

const weightOf = (kpis: readonly WeighedKPI[]) => kpis.reduce((total, { weight }) => total.plus(weight), new Exact(0));

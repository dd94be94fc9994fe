import { Decimal } from 'decimal.js';
import type { Step } from '@accord/sla';
import { figureOver, type FrozenResult } from '../performance/figure-over.js';
import type { PeriodId } from '../performance/period-id.js';
import type { ResultState } from '../performance/verdict.js';

/**
 * `scored`: measured. `deemed`: the provider owes data that is missing, so it scores 0. `noData`: too little data that
 * we owe; there is no value. `noActivity`: nothing happened or nothing was promised; left out altogether.
 * `notClosed`: a result is still open or missing.
 */
export const KPI_STATES = ['scored', 'deemed', 'noData', 'noActivity', 'notClosed'] as const;
export type KPIState = (typeof KPI_STATES)[number];

/** Percent at which a KPI scores 0 and 100; less is better where the floor is above the target. */
export interface ScoreScale {
  readonly floor: string;
  readonly target: string;
}

/** The newest revision of a commitment's result, as far as a score reads it. */
export interface ScoredResult extends FrozenResult {
  readonly id: string;
  readonly period: PeriodId;
  readonly state: ResultState;
}

export interface KPIOutcome {
  readonly state: KPIState;
  /** Percent, unrounded; null unless scored. */
  readonly actual: string | null;
  /** The same, 0 to 1. */
  readonly ratio: string | null;
  /** 0 to 100, unrounded; null when there is no value. */
  readonly score: string | null;
  readonly explanation: readonly Step[];
}

const Exact = Decimal.clone({ precision: 34 });

/**
 * How far a measured value lies between floor and target: `100 · (actual − floor) / (target − floor)`, kept within 0 and
 * 100.
 *
 * @param actual In the unit of floor and target.
 * @returns Unrounded.
 * @throws {RangeError} When floor and target are equal.
 */
export function scoreOf(actual: string, { floor, target }: ScoreScale): string {
  const span = new Exact(target).minus(floor);
  if (span.isZero()) throw new RangeError('Floor and target are equal.');
  const score = new Exact(actual).minus(floor).div(span).times(100);
  return Exact.max(0, Exact.min(100, score)).toFixed();
}

/**
 * The score of one KPI, of the frozen results of its commitment alone.
 *
 * @param expected Periods that the commitment promises something for and that end in the period of the scorecard.
 * @param results The newest revisions of these periods.
 */
export function kpiOutcome(
  scale: ScoreScale,
  expected: readonly PeriodId[],
  results: readonly ScoredResult[],
): KPIOutcome {
  const waitingFor = notClosed(expected, results);
  if (waitingFor.length > 0) return without('notClosed', waitingFor, null);
  const { state, figure, numerator, denominator } = figureOver(results);
  if (state !== 'measured') return without(state, expected, state === 'deemed' ? '0' : null);
  const score = scoreOf(figure!, scale);
  const measured = { periods: expected.join(', '), numerator, denominator };
  const scaled = { actualPercent: figure!, floorPercent: scale.floor, targetPercent: scale.target };
  const explanation: Step[] = [
    { rule: 'kpi.figure', inputs: measured, result: { actualPercent: figure! } },
    { rule: 'kpi.score', inputs: scaled, result: { score } },
  ];
  return { state: 'scored', actual: figure, ratio: new Exact(figure!).div(100).toFixed(), score, explanation };
}

/** The periods of which a result is still open or missing. */
export function notClosed(expected: readonly PeriodId[], results: readonly ScoredResult[]): PeriodId[] {
  const closed = new Set(results.filter(({ state }) => state === 'frozen').map(({ period }) => period));
  return expected.filter((period) => !closed.has(period));
}

/** A KPI without a measured value, and why. */
function without(state: Exclude<KPIState, 'scored'>, periods: readonly PeriodId[], score: string | null): KPIOutcome {
  const inputs = { periods: periods.join(', ') };
  return {
    state,
    actual: null,
    ratio: null,
    score,
    explanation: [{ rule: `kpi.${state}`, inputs, result: { score } }],
  };
}

import { Exact, HUNDRED, PERCENT } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { isZero, plain } from '../indicator/amount.js';
import { isTime, type Measured } from '../indicator/measured.js';
import { allowedBadPercent, DEFAULT_AT_RISK_BELOW_PERCENT, type Objective } from './objective.js';

/** Whether a promise was kept. `atRisk` only while the period is open. */
export type Verdict = (typeof VERDICTS)[number];

export const VERDICTS = ['met', 'missed', 'atRisk', 'insufficientData'] as const;

/** What is done with a period of which too little is known. Plain JSON. */
export interface MissingData {
  /**
   * What is not known counts as: time in availability, slices of time that were not measured, parts of a composite of
   * which nothing was seen. Events and tickets know no gap.
   */
  readonly gaps: 'ignore' | 'good' | 'bad';
  /**
   * Least percentage of the time that must have been measured; null or left out: any. Tickets have no coverage: no
   * ticket is no gap.
   */
  readonly coverageFloorPercent?: string | null;
  /**
   * The verdict on a closed period under the floor, or without anything to judge: `insufficientData` where we owe the
   * data, `deemedMissed` (with the credit of the worst tier) where the provider does. Default `insufficientData`.
   */
  readonly belowFloor?: 'insufficientData' | 'deemedMissed';
}

export interface VerdictOf {
  readonly verdict: Verdict;
  /** Missed by the contract, because data was missing. */
  readonly deemed: boolean;
  readonly explanation: readonly Step[];
}

/**
 * The verdict on what was measured.
 *
 * 1. Under the coverage floor, or with nothing to judge: what {@link MissingData} says; `insufficientData` while open.
 * 2. A low volume of tickets or events: by the number of failures.
 * 3. A closed period: met when the bad part is at most what the target allows of the total, compared exactly.
 * 4. An open period of time: missed once the bad part exceeds the error budget of the whole period, which nothing can
 *    mend. At risk when less than the stated part of the budget is left, or when the pace so far would use it up (which
 *    is the same as the figure so far missing its target). Else met so far.
 * 5. An open period of tickets or events can always be mended by more good ones: at risk in place of missed.
 */
export function verdictOf(
  objective: Objective,
  missingData: MissingData,
  measured: Measured,
  open: boolean,
): VerdictOf {
  const missing = missingVerdict(objective, missingData, measured, open);
  if (missing) return missing;
  const { bad, total, periodTotal, unit } = measured;
  const allowedPercent = allowedBadPercent(objective);
  const lowVolume = lowVolumeOf(objective, measured);
  const budget = lowVolume ? new Exact(lowVolume.maxFailures) : allowedPercent.times(periodTotal).times(PERCENT);
  const keepsTarget = lowVolume ? budget.gte(bad) : allowedPercent.times(total).gte(HUNDRED.times(bad));
  const figures = { bad: plain(bad), total: plain(total) };
  const inputs = { ...figures, allowedBadPercent: allowedPercent.toFixed(), unit, ...(lowVolume && { lowVolume }) };
  const answer = (verdict: Verdict, reason: string): VerdictOf => ({
    verdict,
    deemed: false,
    explanation: [step('verdict', { ...inputs, open, reason }, verdict)],
  });
  if (!open) return keepsTarget ? answer('met', 'withinTarget') : answer('missed', 'beyondTarget');
  if (budget.lt(bad) && isTime(unit)) return answer('missed', 'budgetUsedUp');
  if (!keepsTarget) return answer('atRisk', 'paceUsesUpBudget');
  const leastLeft = budget.times(objective.atRiskBelowPercent ?? DEFAULT_AT_RISK_BELOW_PERCENT).div(HUNDRED);
  return budget.minus(bad).lt(leastLeft) ? answer('atRisk', 'littleBudgetLeft') : answer('met', 'withinTargetSoFar');
}

/** The rule for few events, when it applies. */
export function lowVolumeOf(
  { lowVolume }: Objective,
  { unit, total }: Pick<Measured, 'unit' | 'total'>,
): Objective['lowVolume'] | null {
  const things = !isTime(unit) && unit !== 'share';
  return lowVolume && things && new Exact(total).lt(lowVolume.below) ? lowVolume : null;
}

function missingVerdict(objective: Objective, missingData: MissingData, measured: Measured, open: boolean) {
  const { coverage, total } = measured;
  const floor = missingData.coverageFloorPercent ?? null;
  // Time that was all excluded promises nothing, so nobody owes data for it.
  const owed = coverage !== null && coverage.expectedMs > 0;
  const underFloor =
    owed && floor !== null && HUNDRED.times(coverage.knownMs).lt(new Exact(floor).times(coverage.expectedMs));
  const nothing = isZero(total) && !lowVolumeOf(objective, measured);
  if (!underFloor && !nothing) return null;
  const deemed = !open && owed && missingData.belowFloor === 'deemedMissed';
  const verdict: Verdict = deemed ? 'missed' : 'insufficientData';
  const inputs = {
    coverageFloorPercent: floor ?? '0',
    ...(coverage ?? {}),
    total: plain(total),
    open,
    reason: nothing ? 'nothingToJudge' : 'underFloor',
  };
  return { verdict, deemed, explanation: [step('verdict.missingData', inputs, verdict)] } satisfies VerdictOf;
}

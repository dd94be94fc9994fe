// The arithmetic of error budgets, of itself: numbers in, numbers out. What judges a promise stands in `index.ts`.
export { InputError, type InputErrorCode } from './foundation/input-error.js';
export {
  budgetConsumedRatio,
  budgetRemainingRatio,
  burnRate,
  burnRateThreshold,
  detectionMs,
  errorBudgetRatio,
  maxBurnRate,
  shortWindowMs,
  timeToExhaustionMs,
} from './budget/burn-rate.js';
export {
  absentDelayMs,
  alertPairs,
  type AlertReading,
  type BudgetAlert,
  readAlerts,
  type ScaledWindow,
  scaledWindows,
} from './budget/alert-pairs.js';
export { evenBurndownPercent, sliceBurndown } from './budget/slice-burndown.js';
export { goodSlices, meanOfRatios, occurrences, type Slice } from './indicator/slices.js';
export {
  compositeBurnRate,
  compositeRatio,
  compositeSlices,
  slicesToExhaustion,
  type WeightedRatio,
} from './budget/composite.js';
export { type Seen, type SliReport, sliReport } from './budget/sli-report.js';

export { RULE_VERSION } from './foundation/rule-version.js';
export { InputError, type InputErrorCode } from './foundation/input-error.js';
export { type Interval } from './foundation/interval.js';
export { type CalendarDefinition, type WallInterval, type Weekday } from './calendar/definition.js';
export { ALWAYS_OPEN } from './calendar/always-open.js';
export { type Calendar } from './calendar/calendar.js';
export { createCalendar, type DefinedCalendar } from './calendar/defined-calendar.js';
export { intersectionOf, unionOf } from './calendar/combined-calendar.js';
export { addMonths, addMonthsAt } from './calendar/months.js';
export {
  addOpenTime,
  type Deadline,
  isOpen,
  nextOpen,
  openTimeBetween,
  prevOpen,
  subtractOpenTime,
} from './calendar/open-time.js';
export { openPeriods } from './calendar/periods.js';
export {
  addBusinessDays,
  type BusinessDays,
  businessDaysBetween,
  type DayRule,
  isBusinessDay,
} from './calendar/business-days.js';
export { type Step, type Plain } from './foundation/explanation.js';
export { type Clock, deadlineOf, judgeClock } from './clock/clock.js';
export { type ClockJudgement, type ClockState } from './clock/clock-judgement.js';
export { type Pause } from './clock/pause.js';
export { type RunningTime, runningTimeOf } from './clock/running-time-of.js';
export { thresholdAt, thresholdDaysAt } from './clock/threshold.js';
export { type ClockInDays, deadlineInDays, type DeadlineInDays, judgeClockInDays } from './clock/clock-days.js';
export { type ChangedClock, type ChangePolicy, changeTarget, type TargetChange } from './clock/target-change.js';
export { type ClockEvent, type ClockSignal, type LoggedEvent } from './clock/clock-event.js';
export { type RecordedChange } from './clock/clock-changes.js';
export { applyEvent, type ClockHistory, judgeHistory, replay, replayLog } from './clock/clock-history.js';
export {
  type ClockMetric,
  type ClockTerms,
  type ClockTermsDefinition,
  createClockTerms,
  type Subject,
  type Target,
  type TargetRule,
  targetsByPriority,
} from './clock/clock-terms.js';
export { clockOfCycles, type Cycle, type ReopenPolicy } from './clock/reopen.js';
export { instantOfWall } from './foundation/zone.js';
export { daysAround } from './window/day-boundaries.js';
export {
  type CalendarWindow,
  type Period,
  periodById,
  periodOf,
  periodsBetween,
  type RollingWindow,
  type Window,
} from './window/period.js';
export {
  type Count,
  type Evidence,
  type Impact,
  type Outage,
  type Probe,
  type Sample,
  type SketchedStretch,
  type SliceColumns,
  type Stretch,
  type Ticket,
} from './indicator/evidence.js';
export {
  type AvailabilityIndicator,
  type CompositeIndicator,
  type GoodTotalIndicator,
  type IdlePolicy,
  type Indicator,
  type PercentileIndicator,
  type RatioTimeSlicesIndicator,
  type ThresholdIndicator,
  type TicketsInTimeIndicator,
  type TimeSlicesIndicator,
  type UserMinutesIndicator,
  type WeightedPart,
} from './indicator/indicator.js';
export { type ExcludedTime, type GapPolicy } from './indicator/availability-parts.js';
export { readProbes, type ProbeReading } from './indicator/probes.js';
export { decideTicket, type TicketDecision, type TicketTerms } from './indicator/ticket-decision.js';
export {
  type Contribution,
  type CountContribution,
  type OutageContribution,
  type TicketContribution,
} from './indicator/measured.js';
export { type Comparator, type Objective } from './objective/objective.js';
export { type MissingData, type Verdict } from './objective/verdict.js';
export { type BurndownPoint, type ErrorBudget } from './budget/error-budget.js';
export { type Money } from './credit/money.js';
export { type Tier, type TierBounds } from './credit/tier.js';
export {
  type CreditRule,
  type CreditSchedule,
  type CreditScheduleDefinition,
  createCreditSchedule,
} from './credit/credit-schedule.js';
export { type Credit, type CreditedResult, creditFor } from './credit/credit.js';
export { createTerms, type Terms, type TermsDefinition } from './judgement/terms.js';
export { type Coverage, judge, type Judgement, type JudgeOptions } from './judgement/judge.js';
export {
  type Combination,
  combineCredits,
  type CombinedCredit,
  type CreditCaps,
  type CreditedBreach,
  poolCredit,
  type PoolDefault,
} from './credit/combined-credit.js';
export {
  pointsCredit,
  type PointsBand,
  type PointsCredit,
  type PointsRow,
  type ServicePoints,
  servicePoints,
} from './credit/points-credit.js';
export { claimDeadline, type ClaimDeadline, type ClaimTerm } from './credit/claim-deadline.js';
export { type EarnBack, earnBack, type EarnBackTerms } from './credit/earn-back.js';
export { type Alternatives, type Chain, type ChainLink, type ChainNeed, createChain } from './chain/chain.js';
export { type Attainable, type ChainJudgement, judgeChain, type WeakLink } from './chain/judge-chain.js';
export { believed } from './trend/false-discoveries.js';
export { type Drift, driftOf, type DriftOptions, type Passing } from './trend/drift.js';
export { LEAST_VALUES } from './trend/mann-kendall.js';
export { type Difference, type Supposition, type WhatIf, whatIf } from './what-if/what-if.js';
export { type Forecast, forecast } from './budget/forecast.js';
export {
  DEFAULT_RELATIVE_ERROR,
  isBeyond,
  mergeSketches,
  percentileOf,
  type QuantileSketch,
  sketchOf,
  sketchOfHistogram,
} from './sketch/quantile-sketch.js';
export { type Dependency, outagesOfWhole, type PartOutages, type WholeOutages } from './indicator/dependency.js';

export { RULE_VERSION } from './foundation/rule-version.js';
export { InputError, type InputErrorCode } from './foundation/input-error.js';
export { type Interval } from './foundation/interval.js';
export { type CalendarDefinition, type WallInterval, type Weekday } from './calendar/definition.js';
export { ALWAYS_OPEN } from './calendar/always-open.js';
export { type Calendar, createCalendar } from './calendar/calendar.js';
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
export { type Clock, type ClockJudgement, type ClockState, deadlineOf, judgeClock } from './clock/clock.js';
export { type Pause } from './clock/pause.js';
export { thresholdAt, thresholdDaysAt } from './clock/threshold.js';
export { type ClockInDays, deadlineInDays, type DeadlineInDays } from './clock/clock-days.js';
export { type ChangedClock, type ChangePolicy, changeTarget, type TargetChange } from './clock/target-change.js';
export { clockOfCycles, type Cycle, type ReopenPolicy } from './clock/reopen.js';

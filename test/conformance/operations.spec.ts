import { slaAnswers } from './sla-answers.js';

/** Every operation of the vectors' own check, `validate.py`, in its order. */
const OPERATIONS = `
  add subtract between isOpen nextOpen prevOpen periods addBusinessDays businessDaysBetween
  clock policyChange reopen threshold clockDays availability
  burnRateThreshold errorBudget budgetRemaining budgetBurndown budgetBurndownPoint idealBurndown multiwindowAlert
  scaledWindow absentDelay sliReport timeToExhaustion budgetConsumed shortWindow detectionTime maxBurnRate budgetMinutes
  occurrences timeslices ratioTimeslices ratioTimeslicesExhaustion
  compositeRatioTimeslices compositeTimeslices compositeBurnRate periodErrorRatio
  poolCredit percentCredit pointsCredit tierCredit earnBack`;

it('libs/sla answers every operation that the check of the vectors knows, also those without a vector here', () => {
  expect(Object.keys(slaAnswers).sort()).toEqual(OPERATIONS.trim().split(/\s+/).sort());
});

import { budgetAnswers } from './sla-budget-answers.js';

// Operations of which the vectors hold no row, worked by hand after their meaning in vectors/sla/validate.py.

const DAY = 86_400_000;
const MINUTE = 60_000;
const answer = (op: string, input: object): any => budgetAnswers[op]!(input, () => undefined as never);

it('compositeRatioTimeslices: what the parts miss, weighed', () => {
  const parts = [
    { performance: 0.9, weight: 0.5 },
    { performance: 0.7, weight: 0.5 },
  ];

  expect(answer('compositeRatioTimeslices', { parts })).toEqual({ performance: 0.8 });
  expect(answer('compositeRatioTimeslices', { parts, targetPercent: 90 }).budgetBurned).toBeCloseTo(2, 12);
});

it('compositeTimeslices: good where all are', () => {
  const parts = [
    [1, 1, 0, 1],
    [1, 0, 0, 1],
  ];

  expect(answer('compositeTimeslices', { parts })).toMatchObject({ slices: [1, 0, 0, 1], performance: 0.5 });
});

it('compositeBurnRate: the weighted sum', () => {
  const parts = [
    { burnRate: 4, weight: 0.25 },
    { burnRate: 1, weight: 0.75 },
  ];

  expect(answer('compositeBurnRate', { parts })).toEqual({ burnRate: 1.75 });
});

it('budgetMinutes and what was burned: exact', () => {
  const slices = { good: [999, 998], total: [1000, 1000], targetPercent: 99.9 };

  expect(answer('budgetMinutes', { targetPercent: 99.9, periodMs: 30 * DAY })).toEqual({ minutes: 43.2 });
  expect(answer('occurrences', slices).budgetBurned).toBe(1.5);
  expect(answer('ratioTimeslices', slices).budgetBurned).toBe(1.5);
});

it('budgetBurndownPoint: a slice above 100 gives back', () => {
  const input = { targetPercent: 99, points: 2, values: [100.5, 99], index: 1 };

  expect(answer('budgetBurndownPoint', input)).toEqual({ remainingPercent: 75 });
});

it('multiwindowAlert: both windows of a pair, strictly; a window that is not there does not burn', () => {
  const groups = [{ short: '5m', long: '1h', burnRate: 14.4 }];
  const alert = (errorRatios: object) => answer('multiwindowAlert', { targetPercent: 99.9, groups, errorRatios }).alert;

  expect(alert({ '5m': 0.0145, '1h': 0.0145 })).toBe(true);
  expect(alert({ '5m': 0.0145, '1h': 0.0144 })).toBe(false);
  expect(alert({ '5m': 0.0145 })).toBe(false);
});

it('ratioTimeslicesExhaustion: slices that the mean can bear', () => {
  const input = { targetPercent: 99, slices: 1440, normalRatio: 1, attackRatio: 0.9 };

  expect(answer('ratioTimeslicesExhaustion', input)).toEqual({ minutes: 144 });
});

it.each([
  [0, { forMs: MINUTE, longMs: 30 * MINUTE, shortMs: 3 * MINUTE, exhaustionMs: DAY }],
  [1, { forMs: 8 * MINUTE, longMs: 180 * MINUTE, shortMs: 15 * MINUTE, exhaustionMs: 2 * DAY }],
  [2, { forMs: 30 * MINUTE, longMs: 720 * MINUTE, shortMs: 60 * MINUTE, exhaustionMs: 7 * DAY }],
  [3, { forMs: 90 * MINUTE, longMs: 2880 * MINUTE, shortMs: 180 * MINUTE, exhaustionMs: 14 * DAY }],
])('scaledWindow: step %d over 14 days', (step, expected) => {
  expect(answer('scaledWindow', { periodMs: 14 * DAY, step })).toMatchObject(expected);
});

it('absentDelay: as long as a total failure would need', () => {
  expect(answer('absentDelay', { target: 0.9, periodMs: 28 * DAY })).toEqual({ forMs: 86 * MINUTE });
});

describe('sliReport', () => {
  const terms = { goal: 0.99, burnRateThreshold: 1, minEvents: 10 };

  it('rounds the burn rate to a tenth before it compares, as the peer does', () => {
    expect(answer('sliReport', { ...terms, good: 9896, bad: 104 })).toMatchObject({
      valid: true,
      sli: 0.9896,
      burnRate: 1,
      alert: false,
    });
    expect(answer('sliReport', { ...terms, good: 98_940, bad: 1060 })).toMatchObject({ burnRate: 1.1, alert: true });
  });

  it.each([
    [9875, 125, 1.2],
    [9825, 175, 1.8],
    [98_950, 1050, 1.1], // 1.05 is a little more in binary
  ])('rounds %d good and %d bad to %d', (good, bad, burnRate) => {
    expect(answer('sliReport', { ...terms, good, bad }).burnRate).toBe(burnRate);
  });

  it('tells minutes of the budget', () => {
    expect(answer('sliReport', { ...terms, sli: 0.98, windowS: 86_400 })).toMatchObject({
      budgetMinutes: 14.4,
      errorMinutes: 28.8,
      remainingMinutes: -14.4,
    });
  });

  it.each([
    { good: -1, bad: -1 },
    { good: null, bad: 5 },
    { good: 5, bad: 4 },
    { good: 10, bad: -1 },
    { sli: -1 },
    { sli: null },
  ])('is not valid for %j', (seen) => {
    expect(answer('sliReport', { ...terms, ...seen })).toMatchObject({ valid: false });
  });

  it('takes one absent number for none', () => {
    expect(answer('sliReport', { ...terms, good: -1, bad: 11 })).toMatchObject({ valid: true, sli: 0 });
  });
});

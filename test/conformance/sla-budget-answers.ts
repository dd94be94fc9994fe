import {
  type AlertPair,
  budgetConsumedRatio,
  budgetRemainingRatio,
  burnAlert,
  burnRate,
  burnRateThreshold,
  detectionMs,
  errorBudgetRatio,
  evenBurndownPercent,
  goodSlices,
  maxBurnRate,
  meanOfRatios,
  occurrences,
  shortWindowMs,
  type Slice,
  sliceBurndown,
  timeToExhaustionMs,
} from '@accord/sla';
import type { Answers } from './sla-vector.js';

/** What libs/sla answers to the operations on error budgets. Vectors write numbers, the library reads decimals. */
export const budgetAnswers: Answers = {
  errorBudget: ({ targetPercent }) => ({ budgetRatio: Number(errorBudgetRatio(decimal(targetPercent))) }),
  maxBurnRate: ({ targetPercent }) => ({ burnRate: Number(maxBurnRate(decimal(targetPercent))) }),
  shortWindow: ({ longWindowMs }) => ({ shortWindowMs: shortWindowMs(longWindowMs) }),
  budgetMinutes: ({ targetPercent, periodMs }) => ({
    minutes: (Number(errorBudgetRatio(decimal(targetPercent))) * periodMs) / 60_000,
  }),
  burnRateThreshold: ({ budgetPercent, periodMs, longWindowMs: windowMs }) => {
    // There is no catalogue of periods: any period has a threshold for a window, none has one without.
    if (windowMs === undefined) return { error: 'unsupported period' };
    return { burnRate: Number(burnRateThreshold({ budgetPercent: decimal(budgetPercent), periodMs, windowMs })) };
  },
  budgetConsumed: ({ burnRate: rate, windowMs, periodMs }) => ({
    consumedRatio: Number(budgetConsumedRatio({ burnRate: decimal(rate), windowMs, periodMs })),
  }),
  budgetRemaining: ({ targetPercent, errorRatio }) => ({
    burnRate: Number(burnRate(decimal(targetPercent), decimal(errorRatio))),
    remainingRatio: Number(budgetRemainingRatio(decimal(targetPercent), decimal(errorRatio))),
  }),
  timeToExhaustion: ({ targetPercent, errorRatio, periodMs }) => {
    const terms = { targetPercent: decimal(targetPercent), errorRatio: decimal(errorRatio) };
    return {
      burnRate: Number(burnRate(terms.targetPercent, terms.errorRatio)),
      exhaustionMs: Number(timeToExhaustionMs({ ...terms, periodMs })),
    };
  },
  detectionTime: ({ targetPercent, errorRatio, windowMs, burnRate: rate }) => {
    const terms = { targetPercent: decimal(targetPercent), errorRatio: decimal(errorRatio), burnRate: decimal(rate) };
    const { afterMs, withinWindow } = detectionMs({ ...terms, windowMs });
    return { afterMs: Number(afterMs), withinWindow };
  },
  budgetBurndown: ({ targetPercent, points, values, nowIndex }) => {
    const remaining = burndown(targetPercent, points, values);
    return {
      remainingPercent: remaining,
      currentRemainingPercent: remaining[nowIndex],
      expectedRemainingPercent: Number(evenBurndownPercent(points, nowIndex)),
    };
  },
  budgetBurndownPoint: ({ targetPercent, points, values, index }) => ({
    remainingPercent: burndown(targetPercent, points, values)[index],
  }),
  idealBurndown: ({ points, index }) => ({ remainingPercent: Number(evenBurndownPercent(points, index)) }),
  multiwindowAlert: ({ targetPercent, groups, errorRatios }) => {
    const pairs = groups.map((pair: AlertPair & { burnRate: number }) => ({
      ...pair,
      burnRate: decimal(pair.burnRate),
    }));
    const ratios = Object.entries(errorRatios).map(([name, ratio]) => [name, decimal(ratio as number)]);
    return { alert: burnAlert(decimal(targetPercent), pairs, Object.fromEntries(ratios)) };
  },
  occurrences: ({ good, total, targetPercent }) => {
    const slices = slicesOf(good, total);
    const performance = occurrences(slices)!;
    return {
      goodSum: good.reduce(add),
      totalSum: total.reduce(add),
      performance: Number(performance),
      budgetBurned: burned(targetPercent, performance),
    };
  },
  timeslices: ({ good, total, sliceTarget, targetPercent }) => {
    const slices = slicesOf(good, total);
    const reached = goodSlices(slices, decimal(sliceTarget));
    const performance = occurrences([{ good: reached, total: slices.length }])!;
    return {
      goodSlices: reached,
      slices: slices.length,
      performance: Number(performance),
      budgetBurned: burned(targetPercent, performance),
    };
  },
  ratioTimeslices: ({ good, total, targetPercent }) => {
    const performance = meanOfRatios(slicesOf(good, total))!;
    return { performance: Number(performance), budgetBurned: burned(targetPercent, performance) };
  },
  periodErrorRatio: ({ bad, total }) => ({
    ratioOfSums: Number(occurrences(slicesOf(bad, total))),
    meanOfRatios: Number(meanOfRatios(slicesOf(bad, total))),
  }),
};

const add = (a: number, b: number): number => a + b;
const decimal = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
const slicesOf = (good: number[], total: number[]): Slice[] => good.map((n, i) => ({ good: n, total: total[i]! }));
const burndown = (targetPercent: number, points: number, values: (number | null)[]) =>
  sliceBurndown(
    decimal(targetPercent),
    points,
    values.map((value) => (value === null ? null : decimal(value))),
  ).map(Number);
const burned = (targetPercent: number, performance: string) =>
  (1 - Number(performance)) / Number(errorBudgetRatio(decimal(targetPercent)));

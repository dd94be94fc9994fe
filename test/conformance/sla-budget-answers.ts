import {
  absentDelayMs,
  budgetConsumedRatio,
  budgetRemainingRatio,
  burnRate,
  burnRateThreshold,
  compositeBurnRate,
  compositeRatio,
  compositeSlices,
  detectionMs,
  errorBudgetRatio,
  evenBurndownPercent,
  goodSlices,
  maxBurnRate,
  meanOfRatios,
  occurrences,
  readAlerts,
  scaledWindows,
  shortWindowMs,
  type Slice,
  sliceBurndown,
  slicesToExhaustion,
  sliReport,
  timeToExhaustionMs,
} from '@accord/sla/burn';
import { type Answers, decimal } from './sla-vector.js';
import { roundedByReference } from './reference-rounding.js';

const MINUTE_MS = 60_000;

/** What libs/sla answers to the operations on error budgets. Vectors write numbers, the library reads decimals. */
export const budgetAnswers: Answers = {
  errorBudget: ({ targetPercent }) => ({ budgetRatio: Number(errorBudgetRatio(decimal(targetPercent))) }),
  maxBurnRate: ({ targetPercent }) => ({ burnRate: Number(maxBurnRate(decimal(targetPercent))) }),
  shortWindow: ({ longWindowMs }) => ({ shortWindowMs: shortWindowMs(longWindowMs) }),
  budgetMinutes: ({ targetPercent, periodMs: windowMs }) => {
    const lost = { burnRate: errorBudgetRatio(decimal(targetPercent)), windowMs, periodMs: MINUTE_MS };
    return { minutes: Number(budgetConsumedRatio(lost)) };
  },
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
    // Vectors name their windows; the place of a name stands for the length of its window.
    const names = Object.keys(errorRatios);
    const placeOf = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
    const alerts = groups.map(({ short, long, burnRate: rate }: { short: string; long: string; burnRate: number }) => ({
      severity: 'page',
      shortMs: placeOf(short),
      longMs: placeOf(long),
      budgetPercent: '0',
      burnRate: decimal(rate),
    }));
    const ratioOf = (place: number) => (names[place] === undefined ? null : decimal(errorRatios[names[place]]));
    return { alert: readAlerts(decimal(targetPercent), alerts, ratioOf).some(({ raised }) => raised) };
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
  ratioTimeslicesExhaustion: ({ targetPercent, slices, normalRatio, attackRatio }) => ({
    minutes: Number(
      slicesToExhaustion({
        targetPercent: decimal(targetPercent),
        slices,
        normalRatio: decimal(normalRatio),
        lowRatio: decimal(attackRatio),
      }),
    ),
  }),
  compositeRatioTimeslices: ({ parts, targetPercent }) => {
    const performance = compositeRatio(
      parts.map((part: Row) => ({ ratio: decimal(part.performance!), weight: decimal(part.weight!) })),
    );
    return { performance: Number(performance), ...burnedOf(targetPercent, performance) };
  },
  compositeTimeslices: ({ parts, targetPercent }) => {
    const slices = compositeSlices(parts.map((part: number[]) => part.map(Boolean))).map(Number);
    const reached = slices.reduce(add, 0);
    const performance = occurrences([{ good: reached, total: slices.length }])!;
    return { slices, goodSlices: reached, performance: Number(performance), ...burnedOf(targetPercent, performance) };
  },
  compositeBurnRate: ({ parts }) => ({
    burnRate: Number(
      compositeBurnRate(
        parts.map((part: Row) => ({ burnRate: decimal(part.burnRate!), weight: decimal(part.weight!) })),
      ),
    ),
  }),
  scaledWindow: ({ periodMs, step }) => {
    const { burnRate: factor, ...window } = scaledWindows(periodMs)[step]!;
    return { ...window, burnRate: Number(factor) };
  },
  absentDelay: ({ target, periodMs }) => ({ forMs: absentDelayMs(decimal(target), periodMs) }),
  sliReport: ({ goal, burnRateThreshold: threshold, windowS, ...seen }) => {
    const terms = { goalRatio: decimal(goal), burnRateThreshold: decimal(threshold), windowMs: (windowS ?? 0) * 1000 };
    const report = sliReport(terms, 'good' in seen ? countsOf(seen) : { ratio: measured(seen.sli, decimal) });
    if (!report) return { valid: false, sli: null, burnRate: null, alert: false };
    // The peer rounds before it compares; the library does not (divergence dv-30).
    const rate = Number(roundedByReference(report.burnRate!, 1));
    return {
      valid: true,
      sli: Number(report.sli),
      burnRate: rate,
      alert: rate > threshold,
      budgetMinutes: Number(report.budgetMs) / 60_000,
      errorMinutes: Number(report.errorMs) / 60_000,
      remainingMinutes: Number(report.leftMs) / 60_000,
    };
  },
  periodErrorRatio: ({ bad, total }) => ({
    ratioOfSums: Number(occurrences(slicesOf(bad, total))),
    meanOfRatios: Number(meanOfRatios(slicesOf(bad, total))),
  }),
};

type Row = Readonly<Record<string, number>>;

/** In vectors -1 and null both say that nothing was measured; one of two may be -1 and then counts for nothing. */
const measured = <Value>(value: number | null | undefined, read: (value: number) => Value): Value | null =>
  value == null || value === -1 ? null : read(value);

function countsOf({ good, bad, minEvents }: { good: number | null; bad: number | null; minEvents: number }) {
  const absent = [good, bad].filter((value) => value === -1).length;
  if (good === null || bad === null || absent === 2) return { good: null, bad: null };
  return { good: Math.max(good, 0), bad: Math.max(bad, 0), minEvents: minEvents + absent };
}

const burnedOf = (targetPercent: number | undefined, performance: string) =>
  targetPercent === undefined ? {} : { budgetBurned: burned(targetPercent, performance) };
const add = (a: number, b: number): number => a + b;
const slicesOf = (good: number[], total: number[]): Slice[] => good.map((n, i) => ({ good: n, total: total[i]! }));
const burndown = (targetPercent: number, points: number, values: (number | null)[]) =>
  sliceBurndown(
    decimal(targetPercent),
    points,
    values.map((value) => (value === null ? null : decimal(value))),
  ).map(Number);
/** Of the budget; the rest of a ratio is what an error ratio of it leaves of a whole. */
const burned = (targetPercent: number, performance: string) =>
  Number(burnRate(decimal(targetPercent), budgetRemainingRatio('0', performance)!));

import { assertDuration, assertList, assertOneOf, assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED, parseNonNegative, parsePercent } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { budgetOf, burnRate, burnRateThreshold, errorBudgetRatio, shortWindowMs } from './burn-rate.js';
import { parseRatio } from '../foundation/ratio.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** When an error budget burns too fast: over a long window, and still now, over the short one. */
export interface BudgetAlert {
  /** A page wakes somebody up, a ticket waits for the morning. */
  readonly severity: 'page' | 'ticket';
  readonly longMs: number;
  readonly shortMs: number;
  /** The share of the budget that is gone when the alert is raised. */
  readonly budgetPercent: string;
  /** Raised when both windows burn faster, strictly. An exact decimal, or 34 significant digits. */
  readonly burnRate: string;
}

/** For a period of 30 days: Google SRE Workbook, chapter 5, table 5-6, with the pair of a day that sloth adds. */
const PAIRS = [
  { severity: 'page', longMs: HOUR_MS, budgetPercent: '2' },
  { severity: 'page', longMs: 6 * HOUR_MS, budgetPercent: '5' },
  { severity: 'ticket', longMs: DAY_MS, budgetPercent: '10' },
  { severity: 'ticket', longMs: 3 * DAY_MS, budgetPercent: '10' },
] as const;
const WORKBOOK_PERIOD_MS = 30 * DAY_MS;

/**
 * The four pairs of windows on which an error budget of a period is watched. The burn rate is always derived from the
 * period: the part of the budget, times the period, divided by the window. So 30 days give 14.4, 6, 3 and 1; 28 days
 * give 13.44, 5.6, 2.8 and 14/15.
 *
 * @param windows `fixed`: 1 hour, 6 hours, 1 day and 3 days, for a period of about a month. `scaled`: in proportion to
 *   the period, rounded to a minute, for a period of another order, such as a week.
 * @throws {InputError} When the period is no whole number of milliseconds, or too short for a window of a minute.
 */
export function alertPairs(periodMs: number, windows: 'fixed' | 'scaled' = 'fixed'): readonly BudgetAlert[] {
  assertPeriod(periodMs);
  assertOneOf('windows', windows, ['fixed', 'scaled']);
  return PAIRS.map(({ severity, longMs: workbookMs, budgetPercent }) => {
    const longMs = windows === 'fixed' ? workbookMs : scaled(workbookMs, periodMs, WORKBOOK_PERIOD_MS);
    if (longMs === 0 || longMs > periodMs)
      throw new InputError('OUT_OF_RANGE', 'periodMs', periodMs, `must leave room for a window of ${workbookMs} ms`);
    const threshold = burnRateThreshold({ budgetPercent, periodMs, windowMs: longMs });
    return { severity, longMs, shortMs: shortWindowMs(longMs), budgetPercent, burnRate: threshold };
  });
}

/** What an alert came to. */
export interface AlertReading extends BudgetAlert {
  readonly raised: boolean;
  /** Errors of all in each window; null where nothing was seen, which raises nothing. */
  readonly longErrorRatio: string | null;
  readonly shortErrorRatio: string | null;
  readonly explanation: readonly Step[];
}

/**
 * Which alerts are raised: those whose budget burns faster than their rate, strictly, in both windows.
 *
 * @param errorRatioOf The error ratio of the window of that length that ends now: a judgement over a rolling window.
 * @throws {InputError} When a ratio is not from 0 to 1.
 *
 * @example
 * readAlerts('99.9', alertPairs(30 * DAY_MS), (windowMs) => errorRatios[windowMs] ?? null).filter(({ raised }) => raised);
 */
export function readAlerts(
  targetPercent: string,
  alerts: readonly BudgetAlert[],
  errorRatioOf: (windowMs: number) => string | null,
): readonly AlertReading[] {
  const budget = budgetOf(targetPercent);
  assertList('alerts', alerts);
  if (typeof errorRatioOf !== 'function')
    throw new InputError('MALFORMED', 'errorRatioOf', errorRatioOf, 'must be a function');
  return alerts.map((alert, i) => {
    assertRecord(`alerts[${i}]`, alert);
    const { severity, longMs, shortMs, budgetPercent, burnRate: threshold } = alert;
    assertOneOf(`alerts[${i}].severity`, severity, ['page', 'ticket']);
    assertDuration(`alerts[${i}].longMs`, longMs);
    assertDuration(`alerts[${i}].shortMs`, shortMs);
    parsePercent(`alerts[${i}].budgetPercent`, budgetPercent);
    const limit = parseNonNegative(`alerts[${i}].burnRate`, threshold).times(budget);
    const burns = (ratio: string | null) => ratio !== null && parseRatio('errorRatio', ratio).gt(limit);
    const [long, short] = [errorRatioOf(longMs), errorRatioOf(shortMs)];
    const [longBurns, shortBurns] = [burns(long), burns(short)];
    const raised = longBurns && shortBurns;
    const rateOf = (ratio: string | null) => ratio && burnRate(targetPercent, ratio);
    const explanation = [
      step('alert.long', { windowMs: longMs, errorRatio: long }, rateOf(long)),
      step('alert.short', { windowMs: shortMs, errorRatio: short }, rateOf(short)),
      step('alert.raised', { threshold }, raised),
    ];
    return { ...alert, raised, longErrorRatio: long, shortErrorRatio: short, explanation };
  });
}

/** A pair of windows in proportion to the period, as pyrra derives them. */
export interface ScaledWindow {
  readonly burnRate: string;
  readonly longMs: number;
  readonly shortMs: number;
  /** How long both must burn before the alert is raised. */
  readonly forMs: number;
  /** When the budget would be gone at this burn rate, whole milliseconds, rounded down. */
  readonly exhaustionMs: number;
}

/** For a period of 28 days. */
const SCALED = [
  { burnRate: 14, longMs: HOUR_MS, shortMs: 5 * MINUTE_MS, forMs: 2 * MINUTE_MS },
  { burnRate: 7, longMs: 6 * HOUR_MS, shortMs: 30 * MINUTE_MS, forMs: 15 * MINUTE_MS },
  { burnRate: 2, longMs: DAY_MS, shortMs: 2 * HOUR_MS, forMs: HOUR_MS },
  { burnRate: 1, longMs: 4 * DAY_MS, shortMs: 6 * HOUR_MS, forMs: 3 * HOUR_MS },
];
const SCALED_PERIOD_MS = 28 * DAY_MS;

/**
 * Four pairs of windows that keep the burn rates 14, 7, 2 and 1 and scale with the period instead; each window rounded
 * half up to a minute. After pyrra.
 *
 * @throws {InputError} When the period is no whole number of milliseconds above 0.
 */
export function scaledWindows(periodMs: number): readonly ScaledWindow[] {
  assertPeriod(periodMs);
  const toPeriod = (ms: number) => scaled(ms, periodMs, SCALED_PERIOD_MS);
  return SCALED.map(({ burnRate, longMs, shortMs, forMs }) => ({
    burnRate: String(burnRate),
    longMs: toPeriod(longMs),
    shortMs: toPeriod(shortMs),
    forMs: toPeriod(forMs),
    exhaustionMs: Math.floor(periodMs / burnRate),
  }));
}

/**
 * How long data may be absent before that is an alert of its own: as long as a total failure would need to raise the
 * fastest of the {@link scaledWindows}, whole seconds, and its `forMs`; rounded half up to a minute. After pyrra.
 *
 * @param targetRatio The objective as a ratio, such as `"0.999"`.
 * @throws {InputError} When the ratio is not from 0 to 1, or the period no whole number of milliseconds above 0.
 */
export function absentDelayMs(targetRatio: string, periodMs: number): number {
  const fastest = scaledWindows(periodMs)[0]!;
  const percent = parseRatio('targetRatio', targetRatio).times(HUNDRED).toFixed();
  const failingMs = new Exact(errorBudgetRatio(percent)).times(fastest.burnRate).times(fastest.longMs);
  const wholeSecondsMs = failingMs.div(1000).floor().times(1000);
  return roundedToMinute(wholeSecondsMs.plus(fastest.forMs));
}

function assertPeriod(periodMs: number): void {
  assertDuration('periodMs', periodMs);
  if (periodMs === 0) throw new InputError('OUT_OF_RANGE', 'periodMs', periodMs, 'must be longer than nothing');
}

const scaled = (ms: number, periodMs: number, ofMs: number): number =>
  roundedToMinute(new Exact(ms).times(periodMs).div(ofMs));

const roundedToMinute = (ms: Exact): number => ms.div(MINUTE_MS).plus(0.5).floor().times(MINUTE_MS).toNumber();

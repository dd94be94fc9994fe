import { assertDuration, assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED, parseNonNegative, parsePercent, ratioOf } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import { parseRatio } from '../foundation/ratio.js';

/**
 * Burn rate: how many times faster than allowed errors come. At 1 the error budget lasts exactly its period. Every figure
 * is an exact decimal in a string; a quotient without a finite form has 34 significant digits. After the Google SRE
 * Workbook, chapter 5, "Alerting on SLOs".
 */

/** The share of a total that a target leaves for errors: `"0.001"` for `"99.9"`. */
export function errorBudgetRatio(targetPercent: string): string {
  return budgetOf(targetPercent).toFixed();
}

/** Errors of a share of the total, as a multiple of what the target allows; null for a target of 100. */
export function burnRate(targetPercent: string, errorRatio: string): string | null {
  return ratioOf(parseRatio('errorRatio', errorRatio), budgetOf(targetPercent));
}

/** The share of the budget that is left at an error ratio over the whole period; null for a target of 100. */
export function budgetRemainingRatio(targetPercent: string, errorRatio: string): string | null {
  const budget = budgetOf(targetPercent);
  return ratioOf(budget.minus(parseRatio('errorRatio', errorRatio)), budget);
}

/** The most a budget can burn, when everything fails; null for a target of 100. */
export function maxBurnRate(targetPercent: string): string | null {
  return ratioOf(1, budgetOf(targetPercent));
}

/** The burn rate at which a percentage of the budget of a period is gone within a window. */
export function burnRateThreshold(terms: {
  readonly budgetPercent: string;
  readonly periodMs: number;
  readonly windowMs: number;
}): string {
  assertRecord('terms', terms);
  const budget = parsePercent('budgetPercent', terms.budgetPercent);
  return quotient(
    'windowMs',
    budget.times(length('periodMs', terms.periodMs)),
    HUNDRED.times(length('windowMs', terms.windowMs)),
  );
}

/** The share of a period's budget that a burn rate uses within a window. */
export function budgetConsumedRatio(terms: {
  readonly burnRate: string;
  readonly windowMs: number;
  readonly periodMs: number;
}): string {
  assertRecord('terms', terms);
  const used = parseNonNegative('burnRate', terms.burnRate).times(length('windowMs', terms.windowMs));
  return quotient('periodMs', used, new Exact(length('periodMs', terms.periodMs)));
}

/** Milliseconds in which a period's budget is gone at an error ratio; null when it never is. */
export function timeToExhaustionMs(terms: {
  readonly targetPercent: string;
  readonly errorRatio: string;
  readonly periodMs: number;
}): string | null {
  assertRecord('terms', terms);
  const budget = budgetOf(terms.targetPercent);
  return ratioOf(budget.times(length('periodMs', terms.periodMs)), parseRatio('errorRatio', terms.errorRatio));
}

/**
 * How long a sudden error ratio must last until a window's mean burn rate reaches a threshold. `afterMs` is null without
 * errors; it is of use only when the window is not over by then.
 */
export function detectionMs(terms: {
  readonly targetPercent: string;
  readonly errorRatio: string;
  readonly windowMs: number;
  readonly burnRate: string;
}): { readonly afterMs: string | null; readonly withinWindow: boolean } {
  assertRecord('terms', terms);
  const budget = budgetOf(terms.targetPercent).times(length('windowMs', terms.windowMs));
  const errors = parseRatio('errorRatio', terms.errorRatio);
  const afterMs = ratioOf(budget.times(parseNonNegative('burnRate', terms.burnRate)), errors);
  return { afterMs, withinWindow: afterMs !== null && new Exact(afterMs).lte(terms.windowMs) };
}

/** The window that ends an alert soon after the errors end: a twelfth of the long one, whole milliseconds. */
export function shortWindowMs(longWindowMs: number): number {
  return Math.floor(length('longWindowMs', longWindowMs) / 12);
}

/** The share of a total that a target leaves for errors. */
export function budgetOf(targetPercent: string): Exact {
  return HUNDRED.minus(parsePercent('targetPercent', targetPercent)).div(HUNDRED);
}

function length(path: string, ms: number): number {
  assertDuration(path, ms);
  return ms;
}

function quotient(path: string, numerator: Exact, denominator: Exact): string {
  const ratio = ratioOf(numerator, denominator);
  if (ratio !== null) return ratio;
  throw new InputError('OUT_OF_RANGE', path, 0, 'must be longer than nothing');
}

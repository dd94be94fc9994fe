import { assertCount, assertDuration, assertRecord } from '../foundation/check.js';
import { Exact, parseNonNegative, ratioOf } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { parseRatio } from '../foundation/ratio.js';

/** What was seen in a window: events, or a ratio that somebody else calculated. Null: nothing was. */
export type Seen =
  | { readonly good: number | null; readonly bad: number | null; readonly minEvents?: number }
  | { readonly ratio: string | null };

/** One reading of a service level indicator against its goal. Exact decimals; a quotient has 34 significant digits. */
export interface SliReport {
  readonly sli: string;
  /** Goal less sli: negative when the goal is reached with room to spare. */
  readonly gap: string;
  /** Null for a goal of 1. */
  readonly burnRate: string | null;
  /** Whether the budget burns faster than the threshold, strictly and unrounded. */
  readonly alert: boolean;
  /** The part of the window that may fail, that failed, and that is left. */
  readonly budgetMs: string;
  readonly errorMs: string;
  readonly leftMs: string;
  readonly explanation: readonly Step[];
}

/**
 * Reports an indicator over one window. A window without data, or with fewer than `minEvents`, gives no report: null.
 *
 * @param terms.goalRatio The objective as a ratio from 0 to 1.
 * @throws {InputError} When a ratio is not from 0 to 1, or a number of events not whole.
 */
export function sliReport(
  terms: { readonly goalRatio: string; readonly burnRateThreshold: string; readonly windowMs: number },
  seen: Seen,
): SliReport | null {
  assertRecord('terms', terms);
  assertRecord('seen', seen);
  const goal = parseRatio('goalRatio', terms.goalRatio);
  const threshold = parseNonNegative('burnRateThreshold', terms.burnRateThreshold);
  assertDuration('windowMs', terms.windowMs);
  const parts = partsOf(seen);
  if (!parts) return null;
  const { bad, total } = parts;
  const budget = new Exact(1).minus(goal);
  const ms = (share: Exact) => share.times(terms.windowMs).div(total);
  const [budgetMs, errorMs] = [ms(budget.times(total)), ms(bad)];
  const sli = ratioOf(total.minus(bad), total)!;
  const burnRate = ratioOf(bad, budget.times(total));
  const alert = bad.gt(threshold.times(budget).times(total));
  return {
    sli,
    gap: ratioOf(goal.times(total).minus(total.minus(bad)), total)!,
    burnRate,
    alert,
    budgetMs: ratioOf(budgetMs, 1)!,
    errorMs: ratioOf(errorMs, 1)!,
    leftMs: ratioOf(budgetMs.minus(errorMs), 1)!,
    explanation: [
      step('sli', { bad: bad.toFixed(), total: total.toFixed() }, sli),
      step('sli.burnRate', { goalRatio: terms.goalRatio, sli }, burnRate),
      step('sli.alert', { burnRate, threshold: terms.burnRateThreshold }, alert),
    ],
  };
}

function partsOf(seen: Seen): { readonly bad: Exact; readonly total: Exact } | null {
  if ('ratio' in seen) {
    if (seen.ratio === null) return null;
    return { bad: new Exact(1).minus(parseRatio('ratio', seen.ratio)), total: new Exact(1) };
  }
  const { good, bad, minEvents = 1 } = seen;
  if (good === null || bad === null) return null;
  assertCount('minEvents', minEvents);
  assertCount('good', good);
  assertCount('bad', bad);
  const total = new Exact(good).plus(bad);
  return total.isZero() || total.lt(minEvents) ? null : { bad: new Exact(bad), total };
}

import { Exact, PERCENT, ratioOf } from '../foundation/decimal.js';
import { printed } from '../indicator/amount.js';
import type { Loss, Measured } from '../indicator/measured.js';
import { allowedBadPercent, type Objective } from '../objective/objective.js';
import { lowVolumeOf } from '../objective/verdict.js';
import { dayBoundaries } from '../window/day-boundaries.js';
import type { Period } from '../window/period.js';

/** How much of the bad a promise allows over its period, and how much of that is gone. Exact decimals. */
export interface ErrorBudget {
  readonly unit: Measured['unit'];
  /** Over the whole period; of what cannot be known ahead (tickets, events), over those so far. */
  readonly total: string;
  /** What the budget is a share of. */
  readonly periodTotal: string;
  readonly used: string;
  /** Negative once the promise is broken. */
  readonly left: string;
  /** Share of the budget that is left; null when there is none. */
  readonly leftRatio: string | null;
  /**
   * At each local midnight of the period, and at its end or the instant up to which it was judged. Made when it is first
   * read.
   */
  readonly burndown: readonly BurndownPoint[];
}

export interface BurndownPoint {
  readonly at: number;
  readonly used: number;
  /** For drawing; the exact figure stands in the budget. */
  readonly left: number;
}

/** The budget of a period, from what was measured until `judgedTo`. */
export function errorBudgetOf(objective: Objective, measured: Measured, period: Period, judgedTo: number): ErrorBudget {
  const lowVolume = lowVolumeOf(objective, measured);
  const allowed = allowedBadPercent(objective).times(measured.periodTotal).times(PERCENT);
  const total = lowVolume ? new Exact(lowVolume.maxFailures) : allowed;
  const used = printed(measured.bad);
  const left = total.minus(used);
  const { losses } = measured;
  // For drawing: most who judge many promises never look at it.
  let points: readonly BurndownPoint[] | undefined;
  return {
    unit: measured.unit,
    total: total.toFixed(),
    periodTotal: printed(measured.periodTotal),
    used,
    left: left.toFixed(),
    leftRatio: ratioOf(left, total),
    get burndown() {
      return (points ??= burndown(losses, total.toNumber(), dayBoundaries(period, judgedTo)));
    },
  };
}

/** What was used and left at each instant. Losses are in order of their start, and may overlap. */
export function burndown(losses: readonly Loss[], total: number, instants: readonly number[]): BurndownPoint[] {
  const running: Loss[] = [];
  let next = 0;
  let ended = 0;
  return instants.map((at) => {
    while (next < losses.length && losses[next]!.from <= at) running.push(losses[next++]!);
    let used = 0;
    let still = 0;
    for (const loss of running) {
      if (loss.to <= at) {
        ended += loss.amount;
      } else {
        used += partUntil(loss, at);
        running[still++] = loss;
      }
    }
    running.length = still;
    used += ended;
    return { at, used, left: total - used };
  });
}

/** Of a loss that still runs. */
function partUntil({ from, to, amount }: Loss, at: number): number {
  return (amount * (at - from)) / (to - from);
}

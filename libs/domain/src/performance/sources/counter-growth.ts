import type { PrometheusSeries } from './prometheus-answer.js';

/** What was counted in an interval; `fault` says why it cannot be recorded. */
export interface CountedStep {
  readonly at: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
  readonly fault: string | null;
}

/**
 * How much counters grew between the steps of a range, each by itself: a value below the one before is a restart, after
 * which it counts from 0. A counter that is seen for the first time counts from there on, as in `increase()`; one that
 * was away for some steps counts since it was last seen. A step at which no counter of the total was seen makes a gap on
 * both sides: what happened there is not known.
 *
 * @param from The first step; epoch milliseconds, like `to`. Earlier values of the series only say where they stood.
 * @param to The last step.
 * @returns The intervals between neighbouring steps, in order.
 */
export function counterGrowth(
  good: readonly PrometheusSeries[],
  total: readonly PrometheusSeries[],
  { from, to, stepMs }: { from: number; to: number; stepMs: number },
): CountedStep[] {
  const seen = new Set(total.flatMap(({ values }) => [...values.keys()]));
  const [goodBy, totalBy] = [growthOf(good), growthOf(total)];
  const counted: CountedStep[] = [];
  for (let at = from; at + stepMs <= to; at += stepMs) {
    const end = at + stepMs;
    if (!seen.has(at) || !seen.has(end)) continue;
    const [g, n] = [goodBy.get(end) ?? 0, totalBy.get(end) ?? 0];
    counted.push({ at, to: end, good: g, total: n, fault: faultOf(g, n) });
  }
  return counted;
}

/** How much counters grew together, by the step at which they were seen. */
export function growthOf(series: readonly PrometheusSeries[]): Map<number, number> {
  const growth = new Map<number, number>();
  for (const { values } of series) {
    let before: number | null = null;
    for (const [at, value] of values) {
      if (before !== null) growth.set(at, (growth.get(at) ?? 0) + (value < before ? value : value - before));
      before = value;
    }
  }
  return growth;
}

function faultOf(good: number, total: number): string | null {
  if (!Number.isSafeInteger(good) || !Number.isSafeInteger(total)) return 'counts something that is not whole';
  return good > total ? 'counts more good events than there were' : null;
}

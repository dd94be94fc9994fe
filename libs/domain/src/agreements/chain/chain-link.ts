import { type ChainLink, type ChainNeed, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { WindowKind } from '../period-window.js';
import type { ChainPromise } from './chain-promise.js';

const Exact = Decimal.clone({ precision: 60, toExpNeg: -1000, toExpPos: 1000 });

/** Share of the good that is promised, in percent, whatever the wording. */
export function goodPercent({ promise: { target, comparator } }: ChainPromise): string {
  return comparator === 'atLeast' ? new Exact(target).toFixed() : new Exact(100).minus(target).toFixed();
}

/** A quarter has 90 days at least where it holds the shortest month, of 28. */
const QUARTER_IN_MONTHS = new Exact(90).div(28);

/**
 * The promise as a link, over the periods of the promise at the top.
 *
 * What a quarter allows to fail may all fail in its shortest month: 99.9 % of a quarter carry no more than about 99.68 %
 * of a month. Of tickets and events nobody knows how many fall into which month, so that their share is taken as it is.
 *
 * @param priority Whose time is looked at, of tickets.
 * @returns The link, and the step that made its figure another.
 */
export function linkOf(
  part: ChainPromise,
  needs: readonly ChainNeed[],
  { window, priority }: { window: WindowKind; priority: number | null },
): { link: ChainLink; step: Step | null } {
  const { id, calendar, promise } = part;
  const { indicator } = promise;
  const good = goodPercent(part);
  switch (indicator.kind) {
    case 'goodOfTotal':
    case 'percentile':
    case 'satisfaction':
      return { link: { id, sharePercent: good, needs }, step: null };
    case 'ticketsInTime': {
      const timeMs = indicator.targets.find((target) => target.priority === priority)?.targetMs ?? null;
      return { link: { id, ...(timeMs !== null && { sharePercent: good, timeMs }), calendar, needs }, step: null };
    }
    case 'availability': {
      if (window === promise.windowKind || promise.windowKind === 'month')
        return { link: { id, availabilityPercent: good, calendar, needs }, step: null };
      const allowed = Exact.min(100, new Exact(100).minus(good).times(QUARTER_IN_MONTHS));
      const carries = new Exact(100).minus(allowed).toSignificantDigits(12, Decimal.ROUND_DOWN).toFixed();
      const step: Step = { rule: 'chain.window', inputs: { link: id, goodPercent: good, window }, result: carries };
      return { link: { id, availabilityPercent: carries, calendar, needs }, step };
    }
  }
}

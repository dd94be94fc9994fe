import { Decimal } from 'decimal.js';
import { type LocalDay, addDays } from '../agreements/local-day.js';
import type { Day } from './days.js';
import { shownShare } from './shown-figure.js';

const Exact = Decimal.clone({ precision: 60 });

/** How many days a rolling error budget looks back. */
export const ROLLING_DAYS = 30;

/** The error budget of the days up to the end of one. */
export interface RollingBudget {
  readonly date: LocalDay;
  /** The first day that is looked at; later than asked for where nothing is known of the days before. */
  readonly since: LocalDay;
  /** Downtime that the target allows of what counts of them, whole milliseconds, rounded down. */
  readonly totalMs: number;
  readonly usedMs: number;
  /** Percent with two decimals, rounded down; negative once more is lost than allowed; null where nothing may be lost at all. */
  readonly leftPercent: string | null;
}

/**
 * The error budget over the last {@link ROLLING_DAYS} days at the end of each day: of the time that was promised in them,
 * the target allows a share to be lost. Time that the figure leaves out counts neither way.
 *
 * @param days In order, without a day twice; those before `first` are only looked back at.
 * @param target Percent of the time that has to be good.
 * @param first Where the answer begins.
 */
export function rollingBudget(days: readonly Day[], target: string, first: LocalDay): RollingBudget[] {
  const allowed = new Exact(100).minus(target).div(100);
  return days
    .filter(({ date }) => date >= first)
    .map(({ date }) => {
      const from = addDays(date, 1 - ROLLING_DAYS);
      const within = days.filter((day) => day.date >= from && day.date <= date);
      const total = allowed.times(sum(within.map(({ countedMs }) => countedMs)));
      const usedMs = sum(within.map(({ downMs }) => downMs));
      return {
        date,
        since: within[0]!.date,
        totalMs: total.floor().toNumber(),
        usedMs,
        leftPercent: total.isZero() ? null : shownShare(total.minus(usedMs).div(total).toFixed()),
      };
    });
}

const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

import type { AlertReading, BudgetAlert } from '@accord/sla/burn';
import type { Judgement } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { Comparator } from '../../agreements/commitment-terms.js';

/** How grave something is: `notice` is for the next day, `atRisk` for now, `breach` is what should not have come. */
export const ALERT_LEVELS = ['notice', 'atRisk', 'breach'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

const Exact = Decimal.clone({ precision: 60 });

/** The lengths of all windows that alerts look at, each once. */
export function alertWindows(alerts: readonly BudgetAlert[]): number[] {
  return [...new Set(alerts.flatMap(({ longMs, shortMs }) => [longMs, shortMs]))];
}

/**
 * Errors of all, 0 to 1, as `readAlerts` takes them: of a judgement over one of the windows.
 *
 * @returns null where nothing was seen.
 */
export function errorRatioOf(
  { numerator, denominator }: Pick<Judgement, 'numerator' | 'denominator'>,
  comparator: Comparator,
): string | null {
  if (new Exact(denominator).isZero()) return null;
  const compared = new Exact(numerator).div(denominator);
  return (comparator === 'atLeast' ? new Exact(1).minus(compared) : compared).toFixed(30);
}

/** What a target leaves for errors, as a target that is to be reached. @param target Percent. */
export const budgetTarget = (target: string, comparator: Comparator): string =>
  comparator === 'atLeast' ? target : new Exact(100).minus(target).toFixed();

/** A budget burns on until it burns a fifth slower than what raised the alert: else one that wavers would come and go. */
const STILL_BURNS = '0.8';

/** What is raised, and what goes on that was raised before. */
export interface BurningBudget {
  readonly level: AlertLevel;
  readonly raised: boolean;
  /** The pair of windows that burns fastest, measured by its own threshold. */
  readonly reading: AlertReading;
}

/**
 * The levels at which a budget burns: a page is `atRisk`, a ticket is a `notice`.
 *
 * @param readings Of all pairs, by `readAlerts`.
 * @param target As `budgetTarget`.
 */
export function burningBudgets(readings: readonly AlertReading[], target: string): BurningBudget[] {
  return (['notice', 'atRisk'] as const).flatMap((level): BurningBudget[] => {
    const own = readings.filter(({ severity }) => (severity === 'page' ? 'atRisk' : 'notice') === level);
    const raised = own.find((reading) => reading.raised);
    const reading = raised ?? own.find((one) => burnsOn(one, target));
    return reading ? [{ level, raised: raised !== undefined, reading }] : [];
  });
}

function burnsOn({ longErrorRatio, shortErrorRatio, burnRate }: AlertReading, target: string): boolean {
  const limit = new Exact(100).minus(target).div(100).times(burnRate).times(STILL_BURNS);
  // Where nothing is seen, such as at night, nobody knows that it is over.
  return [longErrorRatio, shortErrorRatio].every((ratio) => ratio === null || new Exact(ratio).gt(limit));
}

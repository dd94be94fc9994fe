import type { TicketDecision } from '@accord/sla';
import type { AlertLevel } from './budget-alerts.js';

/** A share of its target that a clock has used, and how grave that is. */
export interface TicketStep {
  /** Percent; 100 = missed. */
  readonly step: number;
  readonly level: AlertLevel;
}

/**
 * The shares of its target that a clock has reached: the last of those agreed is `atRisk`, those before are a `notice`,
 * and a missed one is a `breach`. One that was stopped in time reaches none.
 *
 * @param percents As agreed, in any order.
 *
 * @example
 * ticketSteps({ decision: 'undecided', elapsedMs: 80, targetMs: 100 }, [75, 90]); // [{ step: 75, level: 'notice' }]
 */
export function ticketSteps(
  { decision, elapsedMs, targetMs }: Pick<TicketDecision, 'decision' | 'elapsedMs' | 'targetMs'>,
  percents: readonly number[],
): TicketStep[] {
  if (decision === 'missed') return [{ step: 100, level: 'breach' }];
  if (decision !== 'undecided' || elapsedMs === null || targetMs === null || targetMs === 0) return [];
  const last = Math.max(...percents);
  return percents
    .filter((percent) => elapsedMs * 100 >= percent * targetMs)
    .toSorted((one, other) => one - other)
    .map((step) => ({ step, level: step === last ? 'atRisk' : 'notice' }));
}

/** So many tickets are named; of more one hears how many they are. */
const NAMED = 3;

const LIST = new Intl.ListFormat('en-GB');

/**
 * What has become of tickets that reached the same share of their target, in words that end without a full stop.
 *
 * @param numbers Of the tickets, at least one.
 * @param step Percent of the target; 100 = missed.
 *
 * @example
 * stepWords(['INC7', 'INC8'], 100); // 'INC7 and INC8 have missed their targets'
 */
export function stepWords(numbers: readonly string[], step: number): string {
  const unnamed = numbers.length - NAMED;
  const who = LIST.format(unnamed > 0 ? [...numbers.slice(0, NAMED), `${unnamed} more`] : numbers);
  const [have, their, targets] = numbers.length > 1 ? ['have', 'their', 'targets'] : ['has', 'its', 'target'];
  return step === 100 ? `${who} ${have} missed ${their} ${targets}` : `${who} ${have} used ${step}% of ${their} time`;
}

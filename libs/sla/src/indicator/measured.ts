import type { Deadline } from '../calendar/open-time.js';
import type { Step } from '../foundation/explanation.js';
import type { Amount } from './amount.js';

/**
 * What is counted: open milliseconds, open milliseconds of users (`userMs`), things, or shares of a whole (`share`: of
 * each slice of time, or of a composite).
 */
export type Unit = (typeof UNITS)[number];

export const UNITS = ['ms', 'userMs', 'tickets', 'events', 'slices', 'share'] as const;

/** Of time it is known ahead how much the period will have; of everything else, not. */
export const isTime = (unit: Unit): boolean => unit === 'ms' || unit === 'userMs';

/** What an indicator says of a period. Good and bad make up the total. */
export interface Measured {
  readonly unit: Unit;
  /**
   * Where shares without a finite decimal form are added, rounded up in the 60th digit: so rounded it exceeds a decimal
   * exactly when the true sum does.
   */
  readonly bad: Amount;
  readonly total: Amount;
  /** The total that the whole period will have. For events the future is not known: the total so far. */
  readonly periodTotal: Amount;
  /** How much of the time that should be measured was; null where silence says nothing, as with tickets. */
  readonly coverage: { readonly knownMs: number; readonly expectedMs: number } | null;
  /** When the bad part came to be, in order; adds up to `bad`, as near as numbers do: for drawing. */
  readonly losses: readonly Loss[];
  readonly contributions: readonly Contribution[];
  readonly steps: readonly Step[];
}

/** A bad amount that came to be evenly from `from` to `to`, or at once when both are equal. */
export interface Loss {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** What one item of evidence did to the figure. Items that do not touch the period are left out. */
export type Contribution = OutageContribution | TicketContribution | CountContribution;

export interface OutageContribution {
  readonly kind: 'outage';
  /** Of probes: the first one that saw the outage. */
  readonly ref: string;
  readonly from: number;
  readonly to: number;
  /** Open milliseconds that count as downtime, of users where they are weighed. What two outages share counts for the earlier one. */
  readonly countedMs: number;
  readonly notCounted: 'tooShort' | 'excluded' | 'outsideCalendar' | 'coveredByAnother' | null;
}

export interface TicketContribution {
  readonly kind: 'ticket';
  readonly ref: string;
  readonly verdict: 'met' | 'missed' | null;
  readonly decidedAt: number | null;
  readonly targetMs: number | null;
  readonly elapsedMs: number | null;
  readonly dueAt: Deadline | null;
  readonly notCounted: 'undecided' | 'noTarget' | null;
}

export interface CountContribution {
  readonly kind: 'count';
  readonly ref: string;
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
  /** Of how many stretches that were counted it is the sum. */
  readonly intervals: number;
  readonly notCounted: 'excluded' | null;
}

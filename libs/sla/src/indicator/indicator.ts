import { assertDuration, assertOneOf } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';

/** What a commitment measures. */
export type Indicator = AvailabilityIndicator | TicketsInTimeIndicator | GoodTotalIndicator;

/** The share of open time in which the service was up; from outages or probes. */
export interface AvailabilityIndicator {
  readonly kind: 'availability';
  /** Shorter outages do not count. Overlapping and touching outages are one. Default 0: all count. */
  readonly shortestOutageMs?: number;
  /** How long the status of a probe holds at most. Default: until the next probe, and not beyond the last one. */
  readonly maxHoldMs?: number;
}

/** The share of tickets, decided in the period, whose clock met its target. */
export interface TicketsInTimeIndicator {
  readonly kind: 'ticketsInTime';
  /** Open time allowed: one for all tickets, or by priority. A priority without a target is not counted. */
  readonly targetMs: number | Readonly<Record<string, number>>;
}

/** The share of good events: the sum of good ones over the sum of all, never a mean of ratios. */
export interface GoodTotalIndicator {
  readonly kind: 'goodTotal';
}

/** @throws {InputError} When the kind is unknown or a duration is no whole number of milliseconds, 0 or more. */
export function assertIndicator(path: string, indicator: Indicator): void {
  assertOneOf(`${path}.kind`, indicator.kind, ['availability', 'ticketsInTime', 'goodTotal']);
  if (indicator.kind === 'availability') {
    assertDuration(`${path}.shortestOutageMs`, indicator.shortestOutageMs ?? 0);
    assertDuration(`${path}.maxHoldMs`, indicator.maxHoldMs ?? 0);
  }
  if (indicator.kind === 'ticketsInTime') assertTargets(`${path}.targetMs`, indicator.targetMs);
}

function assertTargets(path: string, targetMs: TicketsInTimeIndicator['targetMs']): void {
  if (typeof targetMs === 'number') return assertDuration(path, targetMs);
  const targets = Object.entries(targetMs);
  if (targets.length === 0) throw new InputError('MISSING', path, targetMs, 'must hold a target');
  targets.forEach(([priority, ms]) => assertDuration(`${path}.${priority}`, ms));
}

import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import type { Deadline } from '../calendar/open-time.js';
import { assertClock } from '../clock/clock.js';
import { closedPauses } from '../clock/pause.js';
import { addRunningTime, runningMsBetween } from '../clock/running-time.js';
import { assertInstant, assertList, assertRecord } from '../foundation/check.js';
import { assertInterval, type Interval, unite } from '../foundation/interval.js';
import type { Ticket } from './evidence.js';
import { assertTargets, type TicketsInTimeIndicator } from './indicator.js';

export interface TicketTerms {
  readonly calendar: Calendar;
  readonly targetMs: TicketsInTimeIndicator['targetMs'];
  /** Time in which clocks stand still, on top of the pauses of the ticket. */
  readonly exclusions?: readonly Interval[];
}

/** How and when a ticket was decided. */
export interface TicketDecision {
  readonly ref: string;
  /** `undecided` while the clock runs and is not late; `notCounted` when its priority has no target. */
  readonly decision: 'met' | 'missed' | 'undecided' | 'notCounted';
  /** The stop when met, the far deadline when missed, else null. The ticket counts in the period of this instant. */
  readonly decidedAt: number | null;
  readonly targetMs: number | null;
  /** Null when nothing is promised, or while an open pause holds the clock. */
  readonly dueAt: Deadline | null;
  /** Until the stop, else until `asOf`; null when nothing is promised. */
  readonly elapsedMs: number | null;
}

/**
 * Decides a ticket by its events as they were known at `asOf`. It is decided at its stop when it met its target, else
 * at its far deadline: an unresolved ticket cannot hide, and no verdict depends on when somebody looked.
 *
 * @param asOf Leave it out to take every event as known; a ticket that has not stopped is then judged as at its start.
 * @throws {InputError} When a time is no instant, or a pause ends before it begins.
 */
export function decideTicket(terms: TicketTerms, ticket: Ticket, asOf?: number): TicketDecision {
  assertTicketTerms('terms', terms);
  assertRecord('ticket', ticket);
  if (asOf !== undefined) assertInstant('asOf', asOf);
  return decide(terms, ticket, asOf);
}

/** @throws {InputError} When the calendar is none, a target no duration, or an exclusion malformed. */
export function assertTicketTerms(path: string, terms: TicketTerms): void {
  assertRecord(path, terms);
  assertCalendar(`${path}.calendar`, terms.calendar);
  assertTargets(`${path}.targetMs`, terms.targetMs);
  const { exclusions = [] } = terms;
  assertList(`${path}.exclusions`, exclusions);
  exclusions.forEach((stretch, i) => assertInterval(`${path}.exclusions[${i}]`, stretch));
}

/** {@link decideTicket} by terms that are checked. */
export function decide(terms: TicketTerms, ticket: Ticket, asOf?: number): TicketDecision {
  const { ref, startAt, pauses: given = [] } = ticket;
  assertList('pauses', given);
  const targetMs = targetOf(terms, ticket);
  if (targetMs === null)
    return { ref, decision: 'notCounted', decidedAt: null, targetMs, dueAt: null, elapsedMs: null };
  const { calendar, exclusions = [] } = terms;
  assertClock({ calendar, startAt, targetMs, pauses: [], stopAt: ticket.stopAt });

  const stopAt = ticket.stopAt == null || ticket.stopAt > (asOf ?? Infinity) ? null : Math.max(startAt, ticket.stopAt);
  const endAt = stopAt ?? Math.max(startAt, asOf ?? startAt);
  const pauses = standstills(closedPauses(given, stopAt ?? Infinity), exclusions);
  const due = addRunningTime(calendar, pauses, startAt, targetMs);
  const elapsedMs = runningMsBetween(calendar, pauses, startAt, endAt);
  const known = { ref, targetMs, dueAt: due.far === Infinity ? null : due, elapsedMs };
  if (endAt > due.far) return { ...known, decision: 'missed', decidedAt: due.far };
  if (stopAt !== null) return { ...known, decision: 'met', decidedAt: stopAt };
  return { ...known, decision: 'undecided', decidedAt: null };
}

function targetOf({ targetMs }: TicketTerms, { priority }: Ticket): number | null {
  if (typeof targetMs === 'number') return targetMs;
  return priority != null && Object.hasOwn(targetMs, priority) ? targetMs[priority]! : null;
}

function standstills(pauses: readonly Interval[], exclusions: readonly Interval[]): readonly Interval[] {
  return exclusions.length === 0 ? pauses : unite([...pauses, ...exclusions]);
}

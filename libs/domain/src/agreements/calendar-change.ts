import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode } from '../people/second-person.js';
import type { Viewer } from '../people/viewer.js';

export const CALENDAR_CHANGE_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type CalendarChangeState = (typeof CALENDAR_CHANGE_STATES)[number];

export interface ProposedCalendarChange {
  readonly state: CalendarChangeState;
  readonly proposedById: string;
}

/**
 * Hours decide what counts as downtime, so nobody changes those of a promise alone.
 *
 * @throws {DomainError} When it is decided already, or the viewer proposed it and a second person has to decide.
 */
export function approveCalendarChange(
  change: ProposedCalendarChange,
  viewer: Viewer,
  administratorsEver: number,
): DecisionMode {
  assertWaits(change);
  return decisionMode(viewer, { involved: [change.proposedById], administratorsEver });
}

/** Whoever refuses their own proposal takes it back. @throws {DomainError} When it is decided already. */
export function refuseCalendarChange(change: ProposedCalendarChange, viewer: Viewer): CalendarChangeState {
  assertWaits(change);
  return change.proposedById === viewer.personId ? 'withdrawn' : 'refused';
}

function assertWaits({ state }: ProposedCalendarChange): void {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', `The change was ${state} already.`);
}

import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode } from '../people/second-person.js';
import type { Viewer } from '../people/viewer.js';

export const EXCLUSION_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ExclusionState = (typeof EXCLUSION_STATES)[number];

export interface ProposedExclusion {
  state: ExclusionState;
  proposedById: string;
}

/**
 * Time is never taken out by the one who asked for it.
 *
 * @throws {DomainError} When it is decided already, or the viewer proposed it and a second person has to decide.
 */
export function decideExclusion(
  exclusion: ProposedExclusion,
  viewer: Viewer,
  administratorsEver: number,
): DecisionMode {
  assertWaiting(exclusion);
  return decisionMode(viewer, { involved: [exclusion.proposedById], administratorsEver });
}

/** @throws {DomainError} When it is decided already, or somebody else proposed it. */
export function assertMayWithdraw(exclusion: ProposedExclusion, viewer: Viewer): void {
  assertWaiting(exclusion);
  if (exclusion.proposedById === viewer.personId) return;
  throw new DomainError('FORBIDDEN', 'Only the person who proposed an exclusion withdraws it; refuse it instead.');
}

function assertWaiting({ state }: ProposedExclusion): void {
  if (state === 'proposed') return;
  throw new DomainError('ALREADY_DECIDED', `The exclusion was ${state} already.`);
}

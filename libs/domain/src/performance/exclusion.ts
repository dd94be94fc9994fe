import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode, mayDecide } from '../people/second-person.js';
import { speaksForProvider, type Viewer } from '../people/viewer.js';

export const EXCLUSION_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ExclusionState = (typeof EXCLUSION_STATES)[number];

export interface ProposedExclusion {
  state: ExclusionState;
  proposedById: string;
}

/** What else decides who is a second person. */
export interface ExclusionStakes {
  /** Whether the viewer owns the service, or is paid by the figure of one of the periods that it touches. */
  readonly isMeasured: boolean;
  readonly administratorsEver: number;
}

/**
 * Time is never taken out by the one who asked for it, nor by anybody who gains by it: who is measured or paid by the
 * figure, and who speaks for a provider.
 *
 * @throws {DomainError} When it is decided already, or somebody else has to decide.
 */
export function decideExclusion(
  exclusion: ProposedExclusion,
  viewer: Viewer,
  { isMeasured, administratorsEver }: ExclusionStakes,
): DecisionMode {
  assertWaiting(exclusion);
  if (speaksForProvider(viewer))
    throw new DomainError('PROVIDER_CONTACT', "A provider's contact does not decide on exclusions.");
  return decisionMode(viewer, { involved: involvedIn(exclusion, viewer, isMeasured), administratorsEver });
}

/** Whether {@link decideExclusion} would let the viewer decide. */
export function isSecondPersonFor(
  exclusion: ProposedExclusion,
  viewer: Viewer,
  { isMeasured, administratorsEver }: ExclusionStakes,
): boolean {
  const involved = involvedIn(exclusion, viewer, isMeasured);
  return (
    exclusion.state === 'proposed' && !speaksForProvider(viewer) && mayDecide(viewer, { involved, administratorsEver })
  );
}

const involvedIn = ({ proposedById }: ProposedExclusion, { personId }: Viewer, isMeasured: boolean) =>
  isMeasured ? [proposedById, personId] : [proposedById];

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

import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode, mayDecide } from './second-person.js';
import { speaksForProvider, type Viewer } from './viewer.js';

export const PROPOSAL_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Something about a promise that waits for a second person, who has no interest in it. */
export interface Proposal {
  readonly state: ProposalState;
  readonly proposedById: string;
}

/** What else decides who is that second person. */
export interface ProposalStakes {
  /** Whether the viewer gains by it: is measured or paid by a figure that it changes. */
  readonly hasInterest: boolean;
  readonly administratorsEver: number;
}

/**
 * What is promised, and what counts, changes by two: of whom the second neither asked for it, nor has an interest in it,
 * nor speaks for a provider.
 *
 * @throws {DomainError} When it is decided already, or somebody else has to decide.
 */
export function decideProposal(proposal: Proposal, viewer: Viewer, stakes: ProposalStakes): DecisionMode {
  assertWaits(proposal);
  if (speaksForProvider(viewer))
    throw new DomainError('PROVIDER_CONTACT', "A provider's contact does not decide on promises and what counts.");
  return decisionMode(viewer, secondPersonOf(proposal, viewer, stakes));
}

/** Whether {@link decideProposal} would let the viewer decide. */
export function mayDecideProposal(proposal: Proposal, viewer: Viewer, stakes: ProposalStakes): boolean {
  return (
    proposal.state === 'proposed' &&
    !speaksForProvider(viewer) &&
    mayDecide(viewer, secondPersonOf(proposal, viewer, stakes))
  );
}

/**
 * What stays as it was betters nothing, so that whoever might propose it refuses it, with an interest or without.
 *
 * @returns Whoever refuses their own takes it back.
 * @throws {DomainError} When it is decided already.
 */
export function refuseProposal(proposal: Proposal, { personId }: Viewer): 'refused' | 'withdrawn' {
  assertWaits(proposal);
  return proposal.proposedById === personId ? 'withdrawn' : 'refused';
}

/** @throws {DomainError} When it is decided already. */
export function assertWaits({ state }: Proposal): void {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', `It was ${state} already.`);
}

const secondPersonOf = (
  { proposedById }: Proposal,
  { personId }: Viewer,
  { hasInterest, administratorsEver }: ProposalStakes,
) => ({ administratorsEver, involved: hasInterest ? [proposedById, personId] : [proposedById] });

import { DomainError } from '../domain-error.js';
import { assertWaits, type Proposal } from '../people/proposal.js';
import type { Viewer } from '../people/viewer.js';

/** @throws {DomainError} When it is decided already, or somebody else proposed it. */
export function assertMayWithdraw(exclusion: Proposal, viewer: Viewer): void {
  assertWaits(exclusion);
  if (exclusion.proposedById === viewer.personId) return;
  throw new DomainError('FORBIDDEN', 'Only the person who proposed an exclusion withdraws it; refuse it instead.');
}

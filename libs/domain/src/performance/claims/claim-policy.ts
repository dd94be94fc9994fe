import { type AgreementSubject, canManageAgreement } from '../../agreements/agreement-policy.js';
import { DomainError } from '../../domain-error.js';
import { covers, type Reach, reachOf, speaksForProvider, type Viewer } from '../../people/viewer.js';
import { type PerformanceReach, reachBehind } from '../performance-policy.js';
import {
  CLAIM_MOVES,
  canMoveClaim,
  type ClaimMove,
  type ClaimParty,
  type ClaimState,
  movesClaim,
} from './claim-moves.js';

/** A claim, as far as rights depend on it. */
export interface ClaimStanding {
  readonly state: ClaimState;
  readonly waiverAskedById: string | null;
  /** The agreement under which it is owed. */
  readonly agreement: AgreementSubject;
}

/**
 * On which sides of a claim the viewer stands. Of an SLA the customer's budget owner claims and whoever manages the
 * agreement owes; of an OLA or UC whoever manages the agreement claims, and the provider's contact owes. What a company
 * answered outside of here is written down by the claimant; nobody answers a claim of their own unit's.
 */
export function claimParties(viewer: Viewer, { waiverAskedById, agreement }: ClaimStanding): ClaimParty[] {
  const { kind, providerId, customerId } = agreement;
  const manages = canManageAgreement(viewer, agreement) && !speaksForProvider(viewer);
  const isCustomer = covers(reachOf(viewer, ['budgetOwner'], 'unit'), customerId);
  const isProvider = covers(reachOf(viewer, ['providerContact'], 'provider'), providerId);
  const [claims, owes] = kind === 'sla' ? [isCustomer, manages && !isCustomer] : [manages, isProvider];
  const isSecond = claims && waiverAskedById !== null && waiverAskedById !== viewer.personId;
  return [
    ...(claims ? (['claimant'] as const) : []),
    ...(owes ? (['debtor'] as const) : []),
    ...(isSecond ? (['second'] as const) : []),
  ];
}

/** Whether {@link assertMayMoveClaim} would let the viewer make the move. */
export function mayMoveClaim(viewer: Viewer, move: ClaimMove, claim: ClaimStanding): boolean {
  const isWaiting = claim.waiverAskedById !== null;
  const decidesWaiver = (['waive', 'reject', 'refuseWaiver'] as ClaimMove[]).includes(move);
  return (
    canMoveClaim(move, claim.state) &&
    movesClaim(move, partiesFor(viewer, move, claim)) &&
    (decidesWaiver ? isWaiting : move !== 'askWaiver' || !isWaiting)
  );
}

/**
 * @throws {DomainError} `FORBIDDEN` when it is another side's move; `SECOND_PERSON_NEEDED` when the viewer proposed to give
 *   it up; `NO_WAIVER` when nobody did; `WAIVER_WAITS` when somebody did already.
 */
export function assertMayMoveClaim(viewer: Viewer, move: ClaimMove, claim: ClaimStanding): void {
  const decidesWaiver = (CLAIM_MOVES[move].by as readonly ClaimParty[]).includes('second');
  const parties = partiesFor(viewer, move, claim);
  if (decidesWaiver && parties.includes('claimant')) {
    if (claim.waiverAskedById === null)
      throw new DomainError('NO_WAIVER', 'Nobody has proposed to give this claim up.', ['id']);
    if (claim.waiverAskedById === viewer.personId)
      throw new DomainError('SECOND_PERSON_NEEDED', 'You proposed to give it up: another person has to decide.');
  }
  if (!movesClaim(move, parties)) throw new DomainError('FORBIDDEN', 'You may not do this with this claim.');
  if (move === 'askWaiver' && claim.waiverAskedById !== null)
    throw new DomainError('WAIVER_WAITS', 'Somebody has proposed to give it up already.', ['id']);
}

/** Which claims a viewer sees. */
export interface ClaimReach {
  /** Of agreements on whose commitments the viewer sees what stands behind the figures. */
  readonly behind: PerformanceReach;
  /** Units to which credits of SLAs are owed and whose money the viewer answers for. */
  readonly customers: Reach;
}

export function reachOfClaims(viewer: Viewer): ClaimReach {
  return { behind: reachBehind(viewer), customers: reachOf(viewer, ['budgetOwner'], 'unit') };
}

/** Of an SLA only who owes answers, since the customer is in the house; and it is the bill that pays. */
function partiesFor(viewer: Viewer, move: ClaimMove, claim: ClaimStanding): ClaimParty[] {
  const parties = claimParties(viewer, claim);
  const isNotTheirs = move === 'accept' || move === 'dispute' || move === 'credit';
  return isNotTheirs && claim.agreement.kind === 'sla' ? parties.filter((party) => party !== 'claimant') : parties;
}

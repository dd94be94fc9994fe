import { type AgreementSubject, canManageAgreement } from '../../agreements/agreement-policy.js';
import { DomainError } from '../../domain-error.js';
import { covers, type Reach, reachOf, speaksForProvider, type Viewer } from '../../people/viewer.js';
import { type PerformanceReach, reachBehind } from '../performance-policy.js';
import { canMoveClaim, type ClaimMove, type ClaimParty, type ClaimState, movesClaim } from './claim-moves.js';

/** A claim, as far as rights depend on it. */
export interface ClaimStanding {
  readonly state: ClaimState;
  readonly waiverAskedById: string | null;
  /** The agreement under which it is owed. */
  readonly agreement: AgreementSubject;
  /** Of an SLA: whether no bill takes it, or a part of it that is not credited yet. */
  readonly isUnbilled: boolean;
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
  return (
    canMoveClaim(move, claim.state) &&
    movesClaim(move, partiesFor(viewer, move, claim)) &&
    !isLeftToBill(move, claim) &&
    (decidesWaiver(move) ? isWaiting : !isWaiting || !isHeldByWaiver(move))
  );
}

/**
 * @throws {DomainError} `FORBIDDEN` when it is another side's move; `SECOND_PERSON_NEEDED` when the viewer proposed to give
 *   it up; `NO_WAIVER` when nobody did; `WAIVER_WAITS` when somebody did already; `BILL_CREDITS_IT` when it is not to be
 *   credited by hand.
 */
export function assertMayMoveClaim(viewer: Viewer, move: ClaimMove, claim: ClaimStanding): void {
  const parties = partiesFor(viewer, move, claim);
  if (decidesWaiver(move) && parties.includes('claimant')) {
    if (claim.waiverAskedById === null)
      throw new DomainError('NO_WAIVER', 'Nobody has proposed to give this claim up.', ['id']);
    if (claim.waiverAskedById === viewer.personId)
      throw new DomainError('SECOND_PERSON_NEEDED', 'You proposed to give it up: another person has to decide.');
  }
  if (!movesClaim(move, parties)) throw new DomainError('FORBIDDEN', 'You may not do this with this claim.');
  if (isHeldByWaiver(move) && canMoveClaim(move, claim.state) && claim.waiverAskedById !== null)
    throw new DomainError('WAIVER_WAITS', 'Somebody has proposed to give it up: that is decided on first.', ['id']);
  if (isLeftToBill(move, claim) && canMoveClaim(move, claim.state))
    throw new DomainError('BILL_CREDITS_IT', 'A bill credits it; by hand is credited only what no bill takes.', ['id']);
}

/** Which claims a viewer sees. */
export interface ClaimReach {
  /** Of agreements on whose commitments the viewer sees what stands behind the figures. */
  readonly behind: PerformanceReach;
  /** Units to which credits of SLAs are owed and whose money the viewer answers for. */
  readonly customers: Reach;
  /** Only those of OLAs and UCs that were claimed: what nobody asked for yet is a matter of who may. */
  readonly isOnlyAsked: boolean;
}

export function reachOfClaims(viewer: Viewer): ClaimReach {
  return {
    behind: reachBehind(viewer),
    customers: reachOf(viewer, ['budgetOwner'], 'unit'),
    isOnlyAsked: speaksForProvider(viewer),
  };
}

/** Of an SLA only who owes answers and credits, since the customer is in the house; what a company paid, who claims notes. */
function partiesFor(viewer: Viewer, move: ClaimMove, claim: ClaimStanding): ClaimParty[] {
  const parties = claimParties(viewer, claim);
  const isSla = claim.agreement.kind === 'sla';
  if (isSla && (move === 'accept' || move === 'dispute' || isCredit(move)))
    return parties.filter((party) => party !== 'claimant');
  return !isSla && isCredit(move) ? parties.filter((party) => party !== 'debtor') : parties;
}

const decidesWaiver = (move: ClaimMove): boolean => movesClaim(move, ['second']);

/** What its own side does not do while somebody there proposes to give it up. */
const isHeldByWaiver = (move: ClaimMove): boolean => move === 'askWaiver' || move === 'claim' || move === 'insist';

const isCredit = (move: ClaimMove): boolean => move === 'credit' || move === 'creditPart';

const isLeftToBill = (move: ClaimMove, { agreement, isUnbilled }: ClaimStanding): boolean =>
  isCredit(move) && agreement.kind === 'sla' && !isUnbilled;

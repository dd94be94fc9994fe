import { Decimal } from 'decimal.js';
import { minorUnitDigits, moneyInWords } from '../currency.js';
import { DomainError } from '../domain-error.js';
import {
  covers,
  holdsEverywhere,
  holdsSomewhere,
  isOutsider,
  type Reach,
  reachOf,
  type Role,
  type Viewer,
} from '../people/viewer.js';
import type { SubscriptionParties } from './subscription-policy.js';

/** Roles that read what the units that they reach were charged. */
const READERS: readonly Role[] = ['budgetOwner', 'btOffice', 'auditor'];

/** Roles that know what was used of the services that they reach. */
const USAGE_TELLERS: readonly Role[] = ['serviceOwner', 'serviceManager', 'btOffice'];

/** Units whose whole bill the viewer reads; of others they read the lines of what they themselves have or answer for. */
export function billReach(viewer: Viewer): {
  readonly outsider: boolean;
  readonly units: Reach;
  readonly personId: string;
} {
  return { outsider: isOutsider(viewer), units: reachOf(viewer, READERS, 'unit'), personId: viewer.personId };
}

/** Whether who read the bills of these units once reads all of them still. */
export function stillReads(viewer: Viewer, then: Reach): boolean {
  const { outsider, units } = billReach(viewer);
  if (outsider) return false;
  return units === 'all' || (then !== 'all' && then.every((id) => units.includes(id)));
}

/** @throws {DomainError} `FORBIDDEN` for who speaks for a provider. */
export function assertReadsBills(viewer: Viewer): void {
  if (isOutsider(viewer)) throw new DomainError('FORBIDDEN', 'Bills are for people of the enterprise.');
}

/** Finance: who reckons, proposes and closes months. */
export function canRunCharges(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['btOffice']);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanRunCharges(viewer: Viewer): void {
  if (!canRunCharges(viewer))
    throw new DomainError('FORBIDDEN', 'Only the BT office of the whole enterprise does this.');
}

/** Whether the viewer reads the runs of all units together. */
export function canSeeChargeRuns(viewer: Viewer): boolean {
  return !isOutsider(viewer) && holdsSomewhere(viewer, READERS);
}

/** Proposer and closer are two persons. */
export function canCloseCharges(viewer: Viewer, proposedById: string): boolean {
  return canRunCharges(viewer) && viewer.personId !== proposedById;
}

/**
 * See {@link canCloseCharges}.
 *
 * @throws {DomainError} `FORBIDDEN` or `SECOND_PERSON_NEEDED`
 */
export function assertCanCloseCharges(viewer: Viewer, proposedById: string): void {
  assertCanRunCharges(viewer);
  if (viewer.personId === proposedById)
    throw new DomainError('SECOND_PERSON_NEEDED', 'Somebody else than who proposed it closes the month.', ['id']);
}

/** Who knows what was measured: those who run the service, or finance. */
export function canRecordUsage(viewer: Viewer, serviceId: string): boolean {
  if (isOutsider(viewer)) return false;
  return covers(reachOf(viewer, USAGE_TELLERS, 'service'), serviceId);
}

/**
 * Whether the viewer says of anything what was used of it.
 *
 * @throws {DomainError} `FORBIDDEN`
 */
export function assertCanRecordSomeUsage(viewer: Viewer): void {
  if (holdsSomewhere(viewer, USAGE_TELLERS)) return;
  throw new DomainError('FORBIDDEN', 'Only who runs a service, or the BT office, says what was used.');
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanRecordUsage(viewer: Viewer, service: { readonly id: string; readonly name: string }): void {
  if (canRecordUsage(viewer, service.id)) return;
  throw new DomainError('FORBIDDEN', `Only who runs ${service.name}, or the BT office, says what was used of it.`);
}

/** Who pays or has what was charged disputes it; who only audits does not. */
export function canDisputeCharge(viewer: Viewer, subscription: SubscriptionParties): boolean {
  if (isOutsider(viewer)) return false;
  const { ownerId, beneficiaryId, unitId } = subscription;
  return (
    viewer.personId === ownerId ||
    viewer.personId === beneficiaryId ||
    covers(reachOf(viewer, ['budgetOwner', 'btOffice'], 'unit'), unitId)
  );
}

/** Of a dispute: the service of the line, who brought it, and who has what was charged. */
export interface DisputeParties {
  readonly serviceId: string;
  readonly byId: string;
  readonly ownerId: string;
  readonly beneficiaryId: string;
}

const isParty = ({ personId }: Viewer, { byId, ownerId, beneficiaryId }: DisputeParties) =>
  [byId, ownerId, beneficiaryId].includes(personId);

/** Finance or the owner of the service answers; nobody who brought the dispute, or has what was charged. */
export function canAnswerDispute(viewer: Viewer, dispute: DisputeParties): boolean {
  if (isParty(viewer, dispute)) return false;
  const { serviceId } = dispute;
  return canRunCharges(viewer) || covers(reachOf(viewer, ['serviceOwner'], 'service'), serviceId);
}

/** @throws {DomainError} `FORBIDDEN` or `SECOND_PERSON_NEEDED` */
export function assertCanAnswerDispute(viewer: Viewer, dispute: DisputeParties): void {
  if (canAnswerDispute(viewer, dispute)) return;
  if (isParty(viewer, dispute))
    throw new DomainError(
      'SECOND_PERSON_NEEDED',
      'Somebody else has to answer: you brought the dispute, or have what was charged.',
      ['id'],
    );
  throw new DomainError('FORBIDDEN', 'The BT office or the owner of the service answers this.', ['id']);
}

/**
 * What is given back for a disputed line.
 *
 * @param most What is still charged of it, see `mostGivenBack`.
 * @throws {DomainError} `NOTHING_CHARGED` when that is nothing; `WRONG_AMOUNT` unless it is above nothing, and no more.
 */
export function assertGivenBack(amount: string, most: { readonly amount: string; readonly currency: string }): void {
  if (new Decimal(most.amount).lte(0))
    throw new DomainError(
      'NOTHING_CHARGED',
      'Nothing is charged of this line any more: what it was too dear was given back already. Refuse the dispute, and say so.',
      ['accepted'],
    );
  const back = new Decimal(amount);
  const fits = back.decimalPlaces() <= minorUnitDigits(most.currency) && back.gt(0) && back.lte(most.amount);
  if (!fits)
    throw new DomainError(
      'WRONG_AMOUNT',
      `Between nothing and ${moneyInWords(most.amount, most.currency)} can be given back.`,
      ['amount'],
    );
}

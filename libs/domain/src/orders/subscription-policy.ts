import { DomainError } from '../domain-error.js';
import { covers, isOutsider, reachOf, type Role, type Viewer } from '../people/viewer.js';

/** Roles that read the subscriptions paid by the units that they reach. */
const READERS: readonly Role[] = ['budgetOwner', 'btOffice', 'auditor'];

/** Who has to do with a subscription. */
export interface SubscriptionParties {
  readonly ownerId: string;
  readonly beneficiaryId: string;
  /** Who pays. */
  readonly unitId: string;
}

/** Whoever answers for it, has it, or answers for the money. */
export function canSeeSubscription(viewer: Viewer, { ownerId, beneficiaryId, unitId }: SubscriptionParties): boolean {
  if (isOutsider(viewer)) return false;
  return (
    viewer.personId === ownerId || viewer.personId === beneficiaryId || covers(reachOf(viewer, READERS, 'unit'), unitId)
  );
}

/** @throws {DomainError} `NOT_FOUND` for one that does not exist, or not for this viewer. */
export function assertCanSeeSubscription(
  viewer: Viewer,
  subscription: SubscriptionParties | null,
  field: readonly string[] = ['id'],
): void {
  if (subscription && canSeeSubscription(viewer, subscription)) return;
  throw new DomainError('NOT_FOUND', 'There is no such subscription.', field);
}

/** A new owner is named by the old one, or by who answers for the money. */
export function canChangeSubscriptionOwner(viewer: Viewer, { ownerId, unitId }: SubscriptionParties): boolean {
  if (isOutsider(viewer)) return false;
  return viewer.personId === ownerId || covers(reachOf(viewer, ['budgetOwner', 'btOffice'], 'unit'), unitId);
}

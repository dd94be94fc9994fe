import { DomainError } from '../domain-error.js';
import { covers, holdsSomewhere, isOutsider, type Reach, reachOf, type Role, type Viewer } from '../people/viewer.js';
import { REVIEW_STEPS, type ReviewState, type ReviewStep, stepsFrom } from './review-states.js';

const MANAGERS: readonly Role[] = ['vendorManager', 'btOffice'];

/** Who reads reviews whole, each within reach of the provider. */
const READERS: readonly Role[] = [...MANAGERS, 'executive', 'auditor'];

/** What a provider delivers, or is bound for. */
export interface DeliveredService {
  readonly serviceId: string;
  readonly unitId: string | null;
}

/** Whether the viewer speaks for this provider: then whatever other role they have, they read as the provider does. */
export function isContactOf(viewer: Viewer, providerId: string): boolean {
  return covers(reachOf(viewer, ['providerContact'], 'provider'), providerId);
}

/** Whether the viewer plans and runs the reviews of the provider, and says what is measured on its scorecard. */
export function canManageReviews(viewer: Viewer, providerId: string): boolean {
  return covers(reachOf(viewer, MANAGERS, 'provider'), providerId) && !isContactOf(viewer, providerId);
}

/** Whether the viewer reads the reviews of the provider whole, the internal edition included. */
export function readsReviews(viewer: Viewer, providerId: string): boolean {
  return covers(reachOf(viewer, READERS, 'provider'), providerId) && !isContactOf(viewer, providerId);
}

/** Whether the viewer may know of the reviews of the provider: its contacts read their own edition alone. */
export function canSeeReviewsOf(viewer: Viewer, providerId: string): boolean {
  return readsReviews(viewer, providerId) || isContactOf(viewer, providerId);
}

/** Whether the viewer reads the scorecard: service managers do too, of the provider of a service of theirs. */
export function canSeeScorecard(viewer: Viewer, providerId: string, services: readonly DeliveredService[]): boolean {
  if (isContactOf(viewer, providerId)) return false;
  if (covers(reachOf(viewer, [...READERS, 'serviceManager'], 'provider'), providerId)) return true;
  const [own, units] = [reachOf(viewer, ['serviceManager'], 'service'), reachOf(viewer, ['serviceManager'], 'unit')];
  return services.some(({ serviceId, unitId }) => covers(own, serviceId) || covers(units, unitId));
}

/** Whether there may be reviews for the viewer to see at all. */
export function canSeeReviews(viewer: Viewer): boolean {
  const { inside, own } = reviewReach(viewer);
  return inside === 'all' || inside.length + own.length > 0;
}

/** Whether there is a provider whose reviews the viewer runs. */
export function canManageSomeReviews(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, MANAGERS);
}

/** What of the reviews a viewer reads, for a query that filters rows by {@link canSeeReviewsOf}. */
export interface ReviewReach {
  /** Providers whose reviews are read whole, those in `own` excepted. */
  readonly inside: Reach;
  /** Providers that the viewer speaks for. */
  readonly own: readonly string[];
}

export function reviewReach(viewer: Viewer): ReviewReach {
  const own = reachOf(viewer, ['providerContact'], 'provider');
  return { inside: reachOf(viewer, READERS, 'provider'), own: own === 'all' ? [] : own };
}

/** Whether the viewer takes the step with the review, as it stands. */
export function canStepReview(
  viewer: Viewer,
  review: { readonly providerId: string; readonly state: ReviewState },
  step: ReviewStep,
): boolean {
  return stepsFrom(step, review.state) && mayStep(viewer, review.providerId, step);
}

/** @throws {DomainError} `FORBIDDEN` when the step is somebody else's to take. */
export function assertCanStepReview(viewer: Viewer, providerId: string, step: ReviewStep): void {
  if (mayStep(viewer, providerId, step)) return;
  const who = step === 'comment' ? 'a contact of the provider' : 'a vendor manager of the provider or the BT office';
  throw new DomainError('FORBIDDEN', `Only ${who} ${REVIEW_STEPS[step].does}.`);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanManageReviews(viewer: Viewer, providerId: string): void {
  if (canManageReviews(viewer, providerId)) return;
  throw new DomainError('FORBIDDEN', 'Only vendor managers of this provider and the BT office may do this.');
}

function mayStep(viewer: Viewer, providerId: string, step: ReviewStep): boolean {
  return step === 'comment' ? isContactOf(viewer, providerId) : canManageReviews(viewer, providerId);
}

/** An action as it stands. */
export interface ActionCase {
  readonly providerId: string;
  readonly ownerId: string;
  readonly doneAt: Date | null;
}

/** Whether the viewer says that the action is done: its owner, or who runs the reviews of the provider. */
export function canCompleteAction(viewer: Viewer, { providerId, ownerId, doneAt }: ActionCase): boolean {
  if (doneAt !== null) return false;
  return canManageReviews(viewer, providerId) || (ownerId === viewer.personId && mayOwnAction(viewer, providerId));
}

/** @throws {DomainError} When it is done already, or somebody else's. */
export function assertCanCompleteAction(viewer: Viewer, action: ActionCase): void {
  if (action.doneAt !== null) throw new DomainError('ALREADY_DONE', 'This action is done already.');
  if (canCompleteAction(viewer, action)) return;
  throw new DomainError('FORBIDDEN', 'Only the owner of an action, vendor managers and the BT office complete it.');
}

/** @throws {DomainError} When somebody from outside, but not of this provider, would own an action. */
export function assertMayOwnAction(owner: Viewer, providerId: string): void {
  if (mayOwnAction(owner, providerId)) return;
  throw new DomainError('NOT_CONCERNED', 'An action is owned by somebody here or by a contact of the provider.', [
    'ownerId',
  ]);
}

/** Whoever was a contact of the provider, and is none any more, has nothing to do with it. */
function mayOwnAction(person: Viewer, providerId: string): boolean {
  return !isOutsider(person) || isContactOf(person, providerId);
}

/** Whether an action is late: its day is over and it is not done. */
export function isOverdue({ due, doneAt }: { due: string; doneAt: Date | null }, today: string): boolean {
  return doneAt === null && due < today;
}

import { DomainError } from '../domain-error.js';
import { holdsEverywhere, holdsSomewhere, isOutsider, type Viewer } from '../people/viewer.js';

/** What decides who may do what with a bundle. */
export interface BundlePlace {
  readonly name: string;
  readonly ownerId: string;
  readonly endedAt: Date | null;
}

/** Whether the viewer makes bundles at all, so that a client offers the screens for it. */
export function canManageBundles(viewer: Viewer): boolean {
  return !isOutsider(viewer) && holdsSomewhere(viewer, ['serviceOwner', 'btOffice']);
}

/** Whether the viewer sees a bundle that is not offered yet, or no more. */
export function canChangeBundle(viewer: Viewer, { ownerId }: Pick<BundlePlace, 'ownerId'>): boolean {
  return canManageBundles(viewer) && (ownerId === viewer.personId || holdsEverywhere(viewer, ['btOffice']));
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanDraftBundle(viewer: Viewer): void {
  if (!canManageBundles(viewer)) throw new DomainError('FORBIDDEN', 'Service owners and the BT office make bundles.');
}

/** @throws {DomainError} `FORBIDDEN` or `BUNDLE_ENDED` */
export function assertCanChangeBundle(viewer: Viewer, bundle: BundlePlace): void {
  if (!canChangeBundle(viewer, bundle))
    throw new DomainError('FORBIDDEN', 'Only the owner of this bundle and the BT office change it.');
  if (bundle.endedAt) throw new DomainError('BUNDLE_ENDED', `${bundle.name} has ended and stays as it is.`);
}

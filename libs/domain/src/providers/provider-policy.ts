import { DomainError } from '../domain-error.js';
import { covers, holdsEverywhere, isOutsider, reachOf, type Reach, type Role, type Viewer } from '../people/viewer.js';

const MANAGERS: readonly Role[] = ['vendorManager', 'btOffice'];

/** The providers that the viewer may know of. */
export function providersVisibleTo(viewer: Viewer): Reach {
  return isOutsider(viewer) ? reachOf(viewer, ['providerContact'], 'provider') : 'all';
}

export function canSeeProvider(viewer: Viewer, providerId: string): boolean {
  return covers(providersVisibleTo(viewer), providerId);
}

/** Whether the viewer may bring new providers in: that takes a manager of all of them. */
export function canAddProviders(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, MANAGERS);
}

export function canChangeProvider(viewer: Viewer, providerId: string): boolean {
  return covers(reachOf(viewer, MANAGERS, 'provider'), providerId);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanAddProviders(viewer: Viewer): void {
  if (!canAddProviders(viewer))
    throw new DomainError('FORBIDDEN', 'Only vendor managers and the BT office add providers.');
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanChangeProvider(viewer: Viewer, providerId: string): void {
  if (canChangeProvider(viewer, providerId)) return;
  throw new DomainError('FORBIDDEN', 'Only vendor managers of this provider and the BT office change it.');
}

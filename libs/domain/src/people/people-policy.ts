import { DomainError } from '../domain-error.js';
import { holdsEverywhere, isOutsider, type Viewer } from './viewer.js';

/** Persons, units, teams and roles are the administrators' to change. */
export function canManagePeople(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['administrator']);
}

/** @throws {DomainError} When the viewer is no administrator. */
export function assertCanManagePeople(viewer: Viewer): void {
  if (canManagePeople(viewer)) return;
  throw new DomainError('FORBIDDEN', 'Only an administrator may change people, units, teams and roles.');
}

/** Colleagues find each other: to name an owner, to propose a role, to see who leads a team. */
export function canSeePeople(viewer: Viewer): boolean {
  return !isOutsider(viewer);
}

/** Everybody sees themselves. */
export function canSeePerson(viewer: Viewer, personId: string): boolean {
  return canSeePeople(viewer) || viewer.personId === personId;
}

/** Which roles somebody has is between them, the administrators and the auditors. */
export function canSeeRolesOf(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || canSeeAllRoles(viewer);
}

export function canSeeAllRoles(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['administrator', 'auditor']);
}

/** The audit holds everything, so a part of the enterprise is not enough to read it. */
export function canReadAudit(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['administrator', 'auditor']);
}

/** @throws {DomainError} When the viewer may not throw the demo organisation away. */
export function assertCanStartEmpty(viewer: Viewer): void {
  if (canManagePeople(viewer)) return;
  throw new DomainError('FORBIDDEN', 'Only an administrator may remove the demo data and start empty.');
}

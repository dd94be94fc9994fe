import { DomainError } from '../domain-error.js';
import { assertCanManagePeople, canManagePeople } from './people-policy.js';
import type { ProposalState } from './role-assignment.js';
import type { Role, Viewer } from './viewer.js';

/** A role of the person whose password is to be reset; the last day is inclusive, null = open. */
export interface RoleOfPerson {
  readonly role: Role;
  readonly state: ProposalState;
  readonly toDate: string | null;
  readonly endedAt: Date | null;
}

/** Whether the viewer may give somebody with these roles a new password. */
export function canResetPassword(viewer: Viewer, roles: readonly RoleOfPerson[], today: string): boolean {
  return canManagePeople(viewer) && !isOrBecomesAdministrator(roles, today);
}

/**
 * An administrator's password is not another one's to set: who knows it could be both of the two who decide.
 *
 * @throws {DomainError} When the viewer is no administrator, or the person is one or waits to become one.
 */
export function assertCanResetPassword(viewer: Viewer, roles: readonly RoleOfPerson[], today: string): void {
  assertCanManagePeople(viewer);
  if (!isOrBecomesAdministrator(roles, today)) return;
  throw new DomainError(
    'ADMINISTRATOR',
    "An administrator's password is reset on the server: npm run accord -- reset-password EMAIL --reason WHY",
    ['id'],
  );
}

function isOrBecomesAdministrator(roles: readonly RoleOfPerson[], today: string): boolean {
  return roles.some(
    ({ role, state, toDate, endedAt }) =>
      role === 'administrator' &&
      (state === 'approved' || state === 'proposed') &&
      endedAt === null &&
      (toDate === null || toDate >= today),
  );
}

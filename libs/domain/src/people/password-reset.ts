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

/** Who decides with a second person on people, figures and money, or reads what others earn. */
const DECIDING: readonly Role[] = [
  'administrator',
  'rewardOfficer',
  'teamLead',
  'budgetOwner',
  'serviceManager',
  'vendorManager',
  'btOffice',
];

/** Whether the viewer may give somebody with these roles a new password. */
export function canResetPassword(viewer: Viewer, roles: readonly RoleOfPerson[], today: string): boolean {
  return canManagePeople(viewer) && !decidesOrWill(roles, today);
}

/**
 * The password of somebody who decides is not an administrator's to set: who knows it could be both of the two who decide.
 *
 * @throws {DomainError} When the viewer is no administrator, or the person has, or waits for, a role that decides.
 */
export function assertCanResetPassword(viewer: Viewer, roles: readonly RoleOfPerson[], today: string): void {
  assertCanManagePeople(viewer);
  if (!decidesOrWill(roles, today)) return;
  throw new DomainError(
    'DECIDES',
    'The password of who decides on people, figures or money is reset on the server: npm run accord -- reset-password EMAIL --reason WHY',
    ['id'],
  );
}

function decidesOrWill(roles: readonly RoleOfPerson[], today: string): boolean {
  return roles.some(
    ({ role, state, toDate, endedAt }) =>
      DECIDING.includes(role) &&
      (state === 'approved' || state === 'proposed') &&
      endedAt === null &&
      (toDate === null || toDate >= today),
  );
}

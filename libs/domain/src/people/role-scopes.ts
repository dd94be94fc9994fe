import { DomainError } from '../domain-error.js';
import type { Role, Scope, ScopeKind } from './viewer.js';

const WITHIN = ['organisation', 'unit', 'service', 'provider'] as const;

/** The kinds of scope for which each role can be assigned. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly ScopeKind[]>> = {
  requester: ['organisation', 'unit'],
  budgetOwner: ['organisation', 'unit'],
  fulfiller: ['organisation', 'team'],
  serviceOwner: WITHIN,
  serviceManager: WITHIN,
  vendorManager: WITHIN,
  teamLead: ['team'],
  rewardOfficer: ['organisation', 'unit'],
  btOffice: ['organisation'],
  executive: WITHIN,
  auditor: WITHIN,
  administrator: ['organisation'],
  providerContact: ['provider'],
};

/** @throws {DomainError} When the role cannot be held for such a scope, or the scope does not say what it names. */
export function assertScopeFits(role: Role, scope: Scope): void {
  if (!SCOPES_OF_ROLE[role].includes(scope.kind)) {
    throw new DomainError('SCOPE_DOES_NOT_FIT', 'This role cannot be given for this kind of scope.', ['scopeKind']);
  }
  if (scope.kind === 'organisation' && scope.id !== null) {
    throw new DomainError('SCOPE_DOES_NOT_FIT', 'The whole organisation is a scope without an id.', ['scopeId']);
  }
  if (scope.kind !== 'organisation' && scope.id === null) {
    throw new DomainError('SCOPE_MISSING', 'Choose what the role is given for.', ['scopeId']);
  }
}

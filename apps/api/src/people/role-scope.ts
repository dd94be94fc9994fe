import type { RoleGrant, Scope } from '@accord/domain';
import type { RoleAssignmentEntity } from './role-assignment.entity.js';

type ScopeColumns = Pick<RoleAssignmentEntity, 'scopeKind' | 'unitId' | 'serviceId' | 'providerId' | 'teamId'>;

/** A scope as its columns: one of them names what it is, so that the database can check that it exists. */
export function toScopeColumns({ kind, id }: Scope): ScopeColumns {
  return {
    scopeKind: kind,
    unitId: kind === 'unit' ? id : null,
    serviceId: kind === 'service' ? id : null,
    providerId: kind === 'provider' ? id : null,
    teamId: kind === 'team' ? id : null,
  };
}

export function scopeIdOf({ unitId, serviceId, providerId, teamId }: ScopeColumns): string | null {
  return unitId ?? serviceId ?? providerId ?? teamId;
}

export function toGrant(assignment: RoleAssignmentEntity): RoleGrant {
  const { personId, role, scopeKind, fromDate, toDate } = assignment;
  return { personId, role, scope: { kind: scopeKind, id: scopeIdOf(assignment) }, from: fromDate, to: toDate };
}

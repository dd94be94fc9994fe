import {
  approveRole,
  assertAdministratorRemains,
  assertCanManagePeople,
  assertEndable,
  assertProposable,
  canSeeAllRoles,
  DomainError,
  reasonOf,
  refuseRole,
  type Scope,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { activeAdministrators, countAdministratorsEver, lockRoles } from './administrators.js';
import { locked } from './locked.js';
import { PersonEntity } from './person.entity.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { TABLE_OF_SCOPE } from './role-assignment.loader.js';
import type { ProposeRoleInput } from './role-assignment.type.js';
import { toGrant, toScopeColumns } from './role-scope.js';

@Injectable()
export class RoleAssignments {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** What waits for a second person, oldest first; nothing for viewers whom it does not concern. */
  async proposed(act: Act): Promise<RoleAssignmentEntity[]> {
    if (!canSeeAllRoles(act.viewer)) return [];
    return this.database.read.find(RoleAssignmentEntity, {
      where: { state: 'proposed' },
      order: { proposedAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws {DomainError} When the person, the scope or the dates do not fit, or the person has the role already. */
  propose(act: Act, input: ProposeRoleInput): Promise<RoleAssignmentEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(input.reason);
    const scope: Scope = { kind: input.scopeKind, id: input.scopeId ?? null };
    const grant = { personId: input.personId, role: input.role, scope, from: input.from, to: input.to ?? null };
    return this.database.transaction(async (tx) => {
      const person = await locked(tx, PersonEntity, input.personId, 'person', 'personId');
      if (person.endedAt) throw new DomainError('ALREADY_ENDED', 'This person has left.', ['personId']);
      assertProposable(grant, (await heldBy(tx, person.id)).map(toGrant));
      await assertScopeExists(tx, scope);
      const assignment = tx.create(RoleAssignmentEntity, {
        id: uuidv7(act.at),
        personId: person.id,
        role: grant.role,
        ...toScopeColumns(scope),
        fromDate: grant.from,
        toDate: grant.to,
        state: 'proposed',
        proposedById: act.viewer.personId,
        proposedAt: act.at,
        reason,
        decidedById: null,
        decidedAt: null,
        decisionReason: null,
        bootstrap: false,
        endedAt: null,
        endReason: null,
      });
      await tx.insert(RoleAssignmentEntity, assignment);
      await this.record(tx, { ...act, reason }, 'roleAssignment.proposed', null, assignment);
      return assignment;
    });
  }

  /** @throws {DomainError} When it is decided already, or somebody else has to decide. */
  approve(act: Act, id: string): Promise<RoleAssignmentEntity> {
    assertCanManagePeople(act.viewer);
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const assignment = await locked(tx, RoleAssignmentEntity, id, 'role assignment');
      const before = { ...assignment };
      const mode = approveRole(assignment, act.viewer, await countAdministratorsEver(tx, act.at));
      assignment.state = 'approved';
      assignment.bootstrap = mode === 'bootstrap';
      assignment.decidedById = act.viewer.personId;
      assignment.decidedAt = act.at;
      await tx.save(assignment);
      const acted = mode === 'bootstrap' ? { ...act, mode } : act;
      await this.record(tx, acted, 'roleAssignment.approved', before, assignment);
      return assignment;
    });
  }

  /** Whoever proposed it withdraws it this way. @throws {DomainError} When it is decided already. */
  refuse(act: Act, id: string, why: string): Promise<RoleAssignmentEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      const assignment = await locked(tx, RoleAssignmentEntity, id, 'role assignment');
      const before = { ...assignment };
      assignment.state = refuseRole(assignment, act.viewer);
      assignment.decidedById = assignment.state === 'refused' ? act.viewer.personId : null;
      assignment.decidedAt = act.at;
      assignment.decisionReason = reason;
      await tx.save(assignment);
      await this.record(tx, { ...act, reason }, `roleAssignment.${assignment.state}`, before, assignment);
      return assignment;
    });
  }

  /** @throws {DomainError} When it is not in force, or nobody lasting would administer any more. */
  end(act: Act, id: string, why: string): Promise<RoleAssignmentEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const assignment = await locked(tx, RoleAssignmentEntity, id, 'role assignment');
      assertEndable(assignment);
      if (assignment.role === 'administrator') {
        const others = (await activeAdministrators(tx, act.at)).filter(({ assignmentId }) => assignmentId !== id);
        assertAdministratorRemains(others);
      }
      const before = { ...assignment };
      assignment.endedAt = act.at;
      assignment.endReason = reason;
      await tx.save(assignment);
      await this.record(tx, { ...act, reason }, 'roleAssignment.ended', before, assignment);
      return assignment;
    });
  }

  private record(
    tx: EntityManager,
    act: Parameters<Audit['record']>[1],
    action: string,
    before: RoleAssignmentEntity | null,
    after: RoleAssignmentEntity,
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'roleAssignment', id: after.id }, before, after);
  }
}

/** What the person has, or may soon have. */
function heldBy(tx: EntityManager, personId: string): Promise<RoleAssignmentEntity[]> {
  return tx.findBy(RoleAssignmentEntity, { personId, state: In(['proposed', 'approved']), endedAt: IsNull() });
}

async function assertScopeExists(tx: EntityManager, { kind, id }: Scope): Promise<void> {
  if (kind === 'organisation') return;
  const goesOn = kind === 'service' ? `lifecycle <> 'retired'` : 'ended_at IS NULL';
  // Locked for a moment, so that it does not end while it is being named.
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM ${TABLE_OF_SCOPE[kind]} WHERE id = $1 AND ${goesOn} FOR SHARE`,
    [id],
  );
  if (found.length === 0)
    throw new DomainError('UNKNOWN_SCOPE', `There is no such ${kind}, or it has ended.`, ['scopeId']);
}

import { IsNull, type EntityManager } from 'typeorm';
import { RoleAssignmentEntity } from './role-assignment.entity.js';

/** What somebody who leaves holds: roles, proposals of roles, places in teams. */
export async function endAllOf(tx: EntityManager, personId: string, at: Date, reason: string): Promise<void> {
  await endRoles(tx, personId, at, reason);
  await endMemberships(tx, personId, at);
}

async function endRoles(tx: EntityManager, personId: string, at: Date, reason: string): Promise<void> {
  await tx.update(
    RoleAssignmentEntity,
    { personId, state: 'approved', endedAt: IsNull() },
    { endedAt: at, endReason: reason },
  );
  await tx.update(
    RoleAssignmentEntity,
    { personId, state: 'proposed' },
    { state: 'withdrawn', decidedAt: at, decisionReason: reason },
  );
}

/** Memberships in force end today; of those that were to come, the first day is left. */
async function endMemberships(tx: EntityManager, personId: string, at: Date): Promise<void> {
  const today = `($2::timestamptz AT TIME ZONE (SELECT time_zone FROM enterprise))::date`;
  await tx.query(
    `UPDATE team_membership SET to_date = greatest(from_date, ${today})
     WHERE person_id = $1 AND (to_date IS NULL OR to_date > ${today})`,
    [personId, at],
  );
}

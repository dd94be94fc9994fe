import { In, IsNull, type EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import type { Audit } from '../platform/audit/audit.js';
import { endSharesOf } from '../rewards/shares/end-shares-of.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { TeamMembershipEntity } from './team-membership.entity.js';

/** What somebody who leaves holds: roles, proposals of roles, places in teams, shares; each end is audited. `act` says why. */
export async function endAllOf(
  tx: EntityManager,
  audit: Audit,
  act: Act & { reason: string },
  personId: string,
): Promise<void> {
  await endRoles(tx, audit, act, personId);
  await endMemberships(tx, audit, act, personId);
  await endSharesOf(tx, audit, act, personId);
}

async function endRoles(
  tx: EntityManager,
  audit: Audit,
  act: Act & { reason: string },
  personId: string,
): Promise<void> {
  const held = await tx.find(RoleAssignmentEntity, {
    where: { personId, state: In(['approved', 'proposed']), endedAt: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const assignment of held) {
    const before = { ...assignment };
    const { at, reason } = act;
    if (assignment.state === 'approved') Object.assign(assignment, { endedAt: at, endReason: reason });
    else Object.assign(assignment, { state: 'withdrawn', decidedAt: at, decisionReason: reason });
    await tx.save(assignment);
    const action = before.state === 'approved' ? 'roleAssignment.ended' : 'roleAssignment.withdrawn';
    await audit.record(tx, act, action, { type: 'roleAssignment', id: assignment.id }, before, assignment);
  }
}

/** Memberships in force end today; of those that were to come, the first day is left. */
async function endMemberships(tx: EntityManager, audit: Audit, act: Act, personId: string): Promise<void> {
  const today = `($2::timestamptz AT TIME ZONE (SELECT time_zone FROM enterprise))::date`;
  const rows: { id: string; lastDay: string }[] = await tx.query(
    `SELECT id, greatest(from_date, ${today})::text AS "lastDay" FROM team_membership
     WHERE person_id = $1 AND (to_date IS NULL OR to_date > ${today}) ORDER BY id FOR UPDATE`,
    [personId, act.at],
  );
  for (const { id, lastDay } of rows) {
    const membership = await tx.findOneByOrFail(TeamMembershipEntity, { id });
    const before = { ...membership };
    membership.toDate = lastDay;
    await tx.save(membership);
    await audit.record(tx, act, 'team.memberEnded', { type: 'team', id: membership.teamId }, before, membership);
  }
}

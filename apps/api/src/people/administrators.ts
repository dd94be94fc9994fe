import type { Administrator } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/**
 * Administrators in force at the instant, most rights of the enterprise being theirs.
 *
 * @param tx In a transaction that decides by their number, call `lockRoles` first.
 */
export function activeAdministrators(
  tx: EntityManager,
  at: Date,
): Promise<(Administrator & { assignmentId: string })[]> {
  return tx.query(
    `SELECT a.id AS "assignmentId", a.person_id AS "personId", a.to_date AS "to"
     FROM role_assignment a JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
     CROSS JOIN (SELECT ($1::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
     WHERE a.role = 'administrator' AND a.state = 'approved' AND a.ended_at IS NULL
       AND a.from_date <= day AND coalesce(a.to_date >= day, true)`,
    [at],
  );
}

/** How many persons have ever been administrators: until there was a second one, the first may decide alone. */
export async function countAdministratorsEver(tx: EntityManager, at: Date): Promise<number> {
  const [{ count }] = await tx.query(
    `SELECT count(DISTINCT person_id)::int AS count FROM role_assignment
     WHERE role = 'administrator' AND state = 'approved'
       AND from_date <= ($1::timestamptz AT TIME ZONE (SELECT time_zone FROM enterprise))::date`,
    [at],
  );
  return count;
}

/** One decision about roles at a time, so that two cannot both rely on the other's administrator. */
export async function lockRoles(tx: EntityManager): Promise<void> {
  await tx.query('SELECT 1 FROM enterprise FOR UPDATE');
}

import type { EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';

const MEMBERS = `
  SELECT DISTINCT p.id FROM team_membership m JOIN person p ON p.id = m.person_id AND p.ended_at IS NULL
   WHERE m.team_id = ANY ($1::uuid[]) AND $2::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity') ORDER BY p.id`;

/** Who is in one of the teams today. */
export async function membersOf(
  manager: EntityManager,
  { at }: PublicAct,
  teamIds: readonly string[],
): Promise<string[]> {
  const members: { id: string }[] = await manager.query(MEMBERS, [teamIds, await todayOf(manager, at)]);
  return members.map(({ id }) => id);
}

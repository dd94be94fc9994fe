import type { EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';

const MEMBERS = `
  SELECT m.team_id AS "teamId", p.id AS "personId" FROM team_membership m JOIN person p ON p.id = m.person_id AND p.ended_at IS NULL
   WHERE m.team_id = ANY ($1::uuid[]) AND $2::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity') ORDER BY p.id`;

interface Membership {
  teamId: string;
  personId: string;
}

/** Who is in these teams today. */
export async function membershipsOf(
  manager: EntityManager,
  { at }: Pick<PublicAct, 'at'>,
  teamIds: readonly string[],
): Promise<Membership[]> {
  return manager.query(MEMBERS, [teamIds, await todayOf(manager, at)]);
}

/** Who is in one of the teams today. */
export async function membersOf(manager: EntityManager, act: PublicAct, teamIds: readonly string[]): Promise<string[]> {
  return [...new Set((await membershipsOf(manager, act, teamIds)).map(({ personId }) => personId))];
}

import type { Colleague, Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { defineLoader, type Loaders } from '../platform/graphql/loaders.js';

const TEAMS_TODAY = `
  SELECT m.person_id AS "personId", m.team_id AS "teamId"
    FROM team_membership m JOIN team t ON t.id = m.team_id AND t.ended_at IS NULL, enterprise e
   WHERE m.person_id = ANY ($1::uuid[])
     AND ($2::timestamptz AT TIME ZONE e.time_zone)::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
   ORDER BY m.team_id`;

interface Member {
  personId: string;
  teamId: string;
}

/** Ids of the teams in which a person is today. */
const teamsToday = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const members: Member[] = await manager.query(TEAMS_TODAY, [ids, act.at]);
  return ids.map((id) => members.filter(({ personId }) => personId === id).map(({ teamId }) => teamId));
});

export async function asColleague(loaders: Loaders, viewer: Viewer): Promise<Colleague> {
  return { viewer, teamIds: await loaders.load(teamsToday, viewer.personId) };
}

/** The same, within a transaction or for a list. */
export async function colleagueOf(manager: EntityManager, act: Act): Promise<Colleague> {
  return { viewer: act.viewer, teamIds: await teamsOf(manager, act, act.viewer.personId) };
}

/** Ids of the teams in which a person is today. */
export async function teamsOf(manager: EntityManager, { at }: Pick<Act, 'at'>, personId: string): Promise<string[]> {
  const members: Member[] = await manager.query(TEAMS_TODAY, [[personId], at]);
  return members.map(({ teamId }) => teamId);
}

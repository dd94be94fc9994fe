import type { Days, Presence } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** Who had which share in a team on days of a period on which they were in it, in the order in which shares were set. */
export function presencesIn(tx: EntityManager, teamId: string, { from, to }: Days): Promise<Presence[]> {
  return tx.query(
    `SELECT s.person_id AS "personId", s.weight::text,
       greatest(s.from_date, m.from_date, $2::date)::text AS "from",
       least(s.to_date, m.to_date, $3::date)::text AS "to"
     FROM reward_share s JOIN team_membership m ON m.team_id = s.team_id AND m.person_id = s.person_id
     WHERE s.team_id = $1 AND s.withdrawn_at IS NULL
       AND daterange(s.from_date, s.to_date, '[]') && daterange(m.from_date, m.to_date, '[]')
       AND daterange(s.from_date, s.to_date, '[]') * daterange(m.from_date, m.to_date, '[]')
         && daterange($2::date, $3::date, '[]')
     ORDER BY s.id, m.from_date`,
    [teamId, from, to],
  );
}

import type { PaidTeam } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { paidTeamsBy } from '../rewarded-commitments.js';

/** Changes of calendars with the teams that are paid by what is promised by their hours. */
export function paidByChanges(
  manager: EntityManager,
  ids: readonly string[],
): Promise<{ id: string; paidTeams: PaidTeam[] }[]> {
  const promised = `SELECT t.commitment_id FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id
    WHERE v.state = 'inForce' AND t.calendar_id = n.calendar_id AND coalesce(v.effective_to >= n.effective_from, true)`;
  return manager.query(
    `SELECT n.id, ${paidTeamsBy(promised)} AS "paidTeams" FROM service_calendar_change n WHERE n.id = ANY ($1::uuid[])`,
    [ids],
  );
}

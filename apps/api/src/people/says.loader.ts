import type { Say } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { heldTo } from '../rewards/shares/held-to.js';

const dayOf = (instant: string) => `(${instant} AT TIME ZONE (SELECT time_zone FROM enterprise))::date`;

/** A statement is read for ever; a role that is only proposed may be approved on any day. */
const SAYS = `
  SELECT r.person_id, CASE WHEN r.state = 'proposed' THEN NULL ELSE least(r.to_date, ${dayOf('r.ended_at')}) END AS "to"
  FROM role_assignment r WHERE r.person_id = ANY ($1::uuid[]) AND r.state IN ('approved', 'proposed')
  UNION ALL SELECT s.person_id, ${heldTo('s')} FROM reward_share s WHERE s.person_id = ANY ($1::uuid[])
  UNION ALL SELECT t.person_id, NULL FROM reward_statement t WHERE t.person_id = ANY ($1::uuid[])
  UNION ALL SELECT a.substitute_id, least(a.to_date, ${dayOf('a.ended_at')})
  FROM approval_substitute a WHERE a.substitute_id = ANY ($1::uuid[]) AND a.state IN ('approved', 'proposed')`;

/** What gives somebody a say. */
export const saysOf = async (tx: EntityManager, personId: string): Promise<Say[]> => rowsOf(tx, [personId]);

/** The same, for fields. */
export const saysOfPerson = defineLoader<string, Say[]>(async (ids, { manager }) =>
  groupedBy(ids, await rowsOf(manager, ids), ({ personId }) => personId),
);

const rowsOf = (manager: EntityManager, ids: readonly string[]): Promise<(Say & { personId: string })[]> =>
  manager.query(`SELECT say.person_id AS "personId", say."to"::text AS "to" FROM (${SAYS}) say`, [ids]);

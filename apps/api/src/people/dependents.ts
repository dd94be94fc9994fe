import type { Dependent } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { todayOf } from './today.js';

/** Roles for a unit or a team that are held beyond the day, or wait to be. */
const rolesFor = (column: 'unit_id' | 'team_id') => `
  SELECT p.name, 'role' AS kind FROM role_assignment r JOIN person p ON p.id = r.person_id
  WHERE r.${column} = $1 AND r.state IN ('approved', 'proposed') AND r.ended_at IS NULL
    AND coalesce(r.to_date > $2::date, true)`;

/** Orders of which something is still to come. */
const OPEN_ORDERS = `
  SELECT 'A-' || o.number, 'order' FROM service_order o
  WHERE o.state IN ('awaitingApproval', 'needsInformation', 'approved', 'scheduled', 'fulfilling', 'onHold', 'delivered')`;

const OF_UNIT = `
  SELECT name, 'unit' AS kind FROM business_unit WHERE parent_id = $1 AND ended_at IS NULL
  UNION ALL SELECT name, 'team' FROM team WHERE unit_id = $1 AND ended_at IS NULL
  UNION ALL SELECT name, 'person' FROM person WHERE unit_id = $1 AND ended_at IS NULL
  UNION ALL SELECT name, 'service' FROM service WHERE unit_id = $1 AND lifecycle <> 'retired'
  UNION ALL SELECT name, 'agreement' FROM agreement WHERE customer_id = $1 AND coalesce(ended_on > $2::date, true)
  UNION ALL ${OPEN_ORDERS} AND o.unit_id = $1
  UNION ALL ${rolesFor('unit_id')}`;

const OF_TEAM = `
  SELECT p.name, 'member' AS kind FROM team_membership m JOIN person p ON p.id = m.person_id
  WHERE m.team_id = $1 AND coalesce(m.to_date > $2::date, true)
  UNION ALL SELECT name, 'provider' FROM provider WHERE team_id = $1 AND ended_at IS NULL
  UNION ALL SELECT s.name, 'service' FROM service_management m JOIN service s ON s.id = m.service_id
  WHERE m.team_id = $1 AND coalesce(m.to_date > $2::date, true) AND s.lifecycle <> 'retired'
  UNION ALL SELECT name, 'reward plan' FROM reward_plan WHERE team_id = $1 AND ended_at IS NULL
  UNION ALL SELECT p.name, 'share' FROM reward_share h JOIN person p ON p.id = h.person_id
  WHERE h.team_id = $1 AND h.withdrawn_at IS NULL AND coalesce(h.to_date > $2::date, true)
  UNION ALL ${OPEN_ORDERS} AND o.id IN (SELECT order_id FROM fulfilment_task WHERE team_id = $1)
  UNION ALL ${rolesFor('team_id')}`;

/** What keeps a business unit from ending, by kind and name. */
export const dependentsOfUnit = (tx: EntityManager, id: string, at: Date) => dependents(tx, OF_UNIT, id, at);

/** What keeps a team from ending, by kind and name. */
export const dependentsOfTeam = (tx: EntityManager, id: string, at: Date) => dependents(tx, OF_TEAM, id, at);

async function dependents(tx: EntityManager, all: string, id: string, at: Date): Promise<Dependent[]> {
  return tx.query(`SELECT name, kind FROM (${all}) dependent ORDER BY kind, name`, [id, await todayOf(tx, at)]);
}

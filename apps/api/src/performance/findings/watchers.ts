import type { EntityManager } from 'typeorm';

/** Somebody who looks after a service: its owner, or who manages it today. */
export interface Watcher {
  readonly personId: string;
  readonly serviceId: string;
}

/** Who looks after which of the services. */
export function watchersByService(tx: EntityManager, serviceIds: readonly string[], at: Date): Promise<Watcher[]> {
  return tx.query(WATCHERS, [serviceIds, at]);
}

/** Who looks after one of the services. */
export async function watchersOf(tx: EntityManager, serviceIds: readonly string[], at: Date): Promise<string[]> {
  const watchers = await watchersByService(tx, serviceIds, at);
  return [...new Set(watchers.map(({ personId }) => personId))];
}

const WATCHERS = `
  WITH RECURSIVE watched AS (SELECT id, owner_id, unit_id, provider_id FROM service WHERE id = ANY ($1::uuid[])),
  above AS (
    SELECT w.id AS service_id, u.id, u.parent_id FROM watched w JOIN business_unit u ON u.id = w.unit_id
    UNION
    SELECT a.service_id, u.id, u.parent_id FROM above a JOIN business_unit u ON u.id = a.parent_id
  )
  SELECT p.id AS "personId", w.id AS "serviceId"
  FROM watched w JOIN person p ON p.ended_at IS NULL AND (p.id = w.owner_id OR EXISTS (
    SELECT FROM role_assignment a
    CROSS JOIN (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
    WHERE a.person_id = p.id AND a.role = 'serviceManager' AND a.state = 'approved' AND a.ended_at IS NULL
      AND day BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')
      AND (a.scope_kind = 'organisation' OR a.service_id = w.id OR a.provider_id = w.provider_id
        OR a.unit_id IN (SELECT id FROM above WHERE service_id = w.id))))
  ORDER BY p.id, w.id`;

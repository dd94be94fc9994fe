import type { EntityManager } from 'typeorm';

/** Who looks after services: their owners, and those who manage one of them today. */
export async function watchersOf(tx: EntityManager, serviceIds: readonly string[], at: Date): Promise<string[]> {
  const people: { id: string }[] = await tx.query(WATCHERS, [serviceIds, at]);
  return people.map(({ id }) => id);
}

const WATCHERS = `
  WITH RECURSIVE watched AS (SELECT id, owner_id, unit_id, provider_id FROM service WHERE id = ANY ($1::uuid[])),
  above AS (
    SELECT u.id, u.parent_id FROM business_unit u WHERE u.id IN (SELECT unit_id FROM watched)
    UNION
    SELECT u.id, u.parent_id FROM above JOIN business_unit u ON u.id = above.parent_id
  )
  SELECT p.id FROM person p WHERE p.ended_at IS NULL AND (p.id IN (SELECT owner_id FROM watched) OR EXISTS (
    SELECT FROM role_assignment a
    CROSS JOIN (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
    WHERE a.person_id = p.id AND a.role = 'serviceManager' AND a.state = 'approved' AND a.ended_at IS NULL
      AND day BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')
      AND (a.scope_kind = 'organisation' OR a.service_id IN (SELECT id FROM watched)
        OR a.unit_id IN (SELECT id FROM above) OR a.provider_id IN (SELECT provider_id FROM watched))))
  ORDER BY p.id`;

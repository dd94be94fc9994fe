import type { EntityManager } from 'typeorm';

const OFFICE = `
  SELECT p.id
    FROM role_assignment a JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
    CROSS JOIN (SELECT ($1::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
   WHERE a.role = 'btOffice' AND a.scope_kind = 'organisation' AND a.state = 'approved' AND a.ended_at IS NULL
     AND day BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')
   GROUP BY p.id ORDER BY p.name, p.id`;

/** Everybody of the BT office, by name. */
export async function officeToday(tx: EntityManager, at: Date): Promise<string[]> {
  const office: { id: string }[] = await tx.query(OFFICE, [at]);
  return office.map(({ id }) => id);
}

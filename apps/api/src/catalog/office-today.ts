import type { EntityManager } from 'typeorm';

const OFFICE = `
  SELECT DISTINCT a.person_id AS id
    FROM role_assignment a JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
    CROSS JOIN (SELECT ($1::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
   WHERE a.role = 'btOffice' AND a.scope_kind = 'organisation' AND a.state = 'approved' AND a.ended_at IS NULL
     AND day BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')`;

/** Everybody of the BT office. */
export async function officeToday(tx: EntityManager, at: Date): Promise<string[]> {
  const office: { id: string }[] = await tx.query(OFFICE, [at]);
  return office.map(({ id }) => id);
}

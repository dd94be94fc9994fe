import type { EntityManager } from 'typeorm';

const TEAM = `
  SELECT m.team_id AS id FROM service_management m JOIN team t ON t.id = m.team_id AND t.ended_at IS NULL
   WHERE m.service_id = $1 AND $2::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')`;

/** The team that manages and fulfils a service on a day; null when none does. */
export async function teamOfService(manager: EntityManager, serviceId: string, day: string): Promise<string | null> {
  const [team]: { id: string }[] = await manager.query(TEAM, [serviceId, day]);
  return team?.id ?? null;
}

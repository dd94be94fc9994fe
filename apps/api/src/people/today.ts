import type { EntityManager } from 'typeorm';

/** The day it is where the enterprise is. */
export async function todayOf(tx: EntityManager, at: Date): Promise<string> {
  const rows = await tx.query(`SELECT ($1::timestamptz AT TIME ZONE time_zone)::date::text AS day FROM enterprise`, [
    at,
  ]);
  return rows[0].day;
}

import type { EntityManager } from 'typeorm';

const ORDERED = `
  SELECT DISTINCT p.service_id AS id FROM plan p
    JOIN order_item i ON i.plan_id = p.id JOIN service_order o ON o.id = i.order_id
   WHERE p.service_id = ANY ($1::uuid[]) AND o.submitted_at IS NOT NULL`;

/** Those of the services of which somebody ever ordered something. */
export async function wasOrdered(tx: EntityManager, serviceIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(ORDERED, [serviceIds]);
  return new Set(rows.map(({ id }) => id));
}

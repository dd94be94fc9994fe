import type { EntityManager } from 'typeorm';

const SUBSCRIBERS = `
  SELECT DISTINCT who.id FROM subscription b, LATERAL (VALUES (b.beneficiary_id), (b.owner_id)) who(id)
   WHERE b.id = ANY ($1::uuid[]) ORDER BY who.id`;

/** Who has, and who answers for, the subscriptions that items are about. */
export async function subscriberIdsOf(
  manager: EntityManager,
  items: readonly { subscriptionId: string | null }[],
): Promise<string[]> {
  const ids = items.flatMap(({ subscriptionId }) => subscriptionId ?? []);
  const rows: { id: string }[] = ids.length > 0 ? await manager.query(SUBSCRIBERS, [ids]) : [];
  return rows.map(({ id }) => id);
}

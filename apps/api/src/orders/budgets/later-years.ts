import { laterYears, type LaterYear } from '@accord/domain';
import type { EntityManager } from 'typeorm';

interface Lasting {
  orderId: string;
  unitId: string;
  from: string;
  to: string;
  currency: string;
  months: number;
  monthly: string;
}

/** Only what an order adds lasts on its account: the rest of a subscription was approved before. */
const LASTING = `
  SELECT o.id AS "orderId", o.unit_id AS "unitId", b.to_date::text AS "to", o.currency,
      coalesce(o.start_on, (o.submitted_at AT TIME ZONE e.time_zone)::date)::text AS "from",
      coalesce(p.term_months, 12) AS months, sum(greatest(i.monthly - coalesce(i.monthly_before, 0), 0))::text AS monthly
    FROM service_order o JOIN budget b ON b.id = o.budget_id JOIN order_item i ON i.order_id = o.id
      JOIN plan p ON p.id = i.plan_id, enterprise e
   WHERE o.id = ANY ($1::uuid[]) AND i.kind IN ('subscribe', 'change', 'resume') AND i.failed_at IS NULL
   GROUP BY o.id, b.id, e.time_zone, p.term_months`;

/** What orders will cost once the budgets that pay first have ended, so that the owners of the next ones know. */
export async function laterYearsOf(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<(LaterYear & Pick<Lasting, 'orderId' | 'unitId' | 'currency'>)[]> {
  const lasting: Lasting[] = await manager.query(LASTING, [orderIds]);
  return lasting.flatMap(({ orderId, unitId, to, ...contract }) =>
    laterYears(contract, to).map((year) => ({ ...year, orderId, unitId, currency: contract.currency })),
  );
}

import { type DomainError, endsBeforeRefusal, type LocalDay } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { retiringPlans } from '../catalog/retirement/retiring.js';

const BEGUN_ANEW = `
  SELECT p.id, p.name FROM order_item i JOIN plan p ON p.id = i.plan_id LEFT JOIN subscription b ON b.id = i.subscription_id
   WHERE i.order_id = $1 AND (i.kind IN ('subscribe', 'renew') OR (i.kind = 'change' AND b.plan_id <> i.plan_id))
   ORDER BY i.position`;

/** Why what an order begins anew, or renews, may not begin on a day: its plan has retired by then; null while it may. */
export async function planOver(manager: EntityManager, orderId: string, day: LocalDay): Promise<DomainError | null> {
  const plans: { id: string; name: string }[] = await manager.query(BEGUN_ANEW, [orderId]);
  const retiring = await retiringPlans(
    manager,
    plans.map(({ id }) => id),
  );
  return plans.map((plan) => endsBeforeRefusal(plan, retiring.get(plan.id) ?? null, day)).find(Boolean) ?? null;
}

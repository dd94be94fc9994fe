import { orderCost, type OrderCost, type SubmissionFacts } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { pricesOn } from '../catalog/plans/plan-prices.js';
import { ServiceEntity } from '../catalog/services/service.entity.js';
import { todayOf } from '../catalog/today.js';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import type { Act } from '../platform/act/act.js';
import { approversOn } from './budget-owners.js';
import type { BudgetEntity } from './budgets/budget.entity.js';
import { deliveryAt, type PinnedDelivery } from './delivery.loader.js';
import { nearestBudget } from './nearest-budget.js';
import type { PinnedPrice } from './order.entity.js';
import { teamOfService } from './team-of-service.js';

/** What somebody wants, whether it is written down yet or not. */
export interface OrderWish {
  planId: string;
  quantity: number;
  unitId: string;
  requesterId: string;
  beneficiaryId: string;
}

/** Everything that decides whether an order is taken, and what is pinned when it is. */
export interface OrderFacts extends SubmissionFacts {
  plan: PlanEntity;
  prices: PinnedPrice[];
  budget: BudgetEntity | null;
  cost: OrderCost;
  approverIds: string[];
  teamId: string | null;
  delivery: PinnedDelivery | null;
}

/**
 * Reads what a submission needs at this moment.
 *
 * @param lock For the submission itself: the offer cannot change and nobody else reserves until the transaction ends.
 */
export async function factsOf(manager: EntityManager, act: Act, wish: OrderWish, lock: boolean): Promise<OrderFacts> {
  // The service is what every change of its plans and prices locks.
  if (lock) await manager.query(LOCK_OFFER, [wish.planId]);
  const plan = await manager.findOneByOrFail(PlanEntity, { id: wish.planId });
  const service = await manager.findOneByOrFail(ServiceEntity, { id: plan.serviceId });
  const unit = await manager.findOneByOrFail(BusinessUnitEntity, { id: wish.unitId });
  const today = await todayOf(manager, act.at);
  const prices = (await pricesOn(manager, [plan.id], today)).get(plan.id)!.map(pinned);
  const approverIds = await approversOn(manager, wish, today);
  const teamId = await teamOfService(manager, service.id, today);
  const delivery = await deliveryAt(manager, plan, act.at);
  // Last, so that others wait for as short as can be.
  const budget = await nearestBudget(manager, wish.unitId, today, lock);
  const { currency } = plan;
  const cost = orderCost({ prices, quantity: wish.quantity, currency, from: today, to: budget?.toDate ?? null });
  return {
    service,
    plan,
    unit,
    prices,
    budget,
    cost,
    total: cost.total,
    approverIds,
    approvers: approverIds.length,
    teamId,
    hasTeam: teamId !== null,
    delivery,
  };
}

const LOCK_OFFER = `SELECT 1 FROM service s JOIN plan p ON p.service_id = s.id WHERE p.id = $1 FOR SHARE OF s`;

function pinned({ id, kind, label, amount, per, unitName, tiers = null }: PinnedPrice): PinnedPrice {
  return { id, kind, label, amount, per, unitName, tiers };
}

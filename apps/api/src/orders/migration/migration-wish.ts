import { DomainError, fittingAnswers, type Limit, limitsOf, migratedAnswers, withCounts } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { retiringPlans, type RetiringRow } from '../../catalog/retirement/retiring.js';
import { PlanEntity } from '../../catalog/plans/plan.entity.js';
import { liveDefinition } from '../../catalog/versions/live-definition.js';
import { todayOf } from '../../catalog/today.js';
import { answersOfSubscription } from '../form/filled-form.js';
import type { DraftOrderInput } from '../order.input.js';
import { pricesOfSubscription } from '../subscriptions/subscription-prices.js';
import type { SubscriptionEntity } from '../subscriptions/subscription.entity.js';

/** The order that brings a subscription from the plan that retires to the one that takes its place. */
export async function migrationWish(
  manager: EntityManager,
  { id, planId, quantity, unitId, beneficiaryId, endsOn: leaves }: SubscriptionEntity,
  at: Date,
): Promise<DraftOrderInput & { successorId: string }> {
  const retiring = (await retiringPlans(manager, [planId])).get(planId);
  if (!retiring)
    throw new DomainError('NOT_RETIRING', 'The plan of this subscription does not retire.', ['subscriptionId']);
  if (leaves) {
    const sentence = `This subscription was terminated and ends on ${leaves}.`;
    throw new DomainError('ENDS_ALREADY', sentence, ['subscriptionId']);
  }
  const { successorId, endsOn } = retiring;
  if (successorId === null) {
    const sentence = `Nothing takes the place of this plan, which ends on ${endsOn}; order something else.`;
    throw new DomainError('NO_SUCCESSOR', sentence, ['subscriptionId']);
  }
  const limits = limitsOf(await pricesOfSubscription(manager, id, await todayOf(manager, at)), quantity);
  const answers = await answersFor(manager, id, { quantity, limits }, { ...retiring, successorId });
  const item = { kind: 'change' as const, planId: successorId, quantity, subscriptionId: id, answers };
  const plan = await manager.findOneByOrFail(PlanEntity, { id: planId });
  const reason = `${plan.name} ends on ${endsOn}; ${retiring.successor} takes its place.`;
  return { items: [item], unitId, beneficiaryId, reason, successorId };
}

/** As far as the form of the successor takes them; nothing where it asks nothing. */
async function answersFor(
  manager: EntityManager,
  subscriptionId: string,
  had: { quantity: number; limits: Limit[] },
  { successorId, answers: mapping }: Pick<RetiringRow, 'answers'> & { successorId: string },
): Promise<Record<string, unknown> | null> {
  const { serviceId } = await manager.findOneByOrFail(PlanEntity, { id: successorId });
  const form = (await liveDefinition(manager, serviceId))?.form;
  if (!form) return null;
  const before = migratedAnswers(await answersOfSubscription(manager, subscriptionId), mapping);
  return { ...fittingAnswers(form, withCounts(form, before, had)) };
}

const DRAFT = `
  SELECT o.id FROM order_item i JOIN service_order o ON o.id = i.order_id
   WHERE i.subscription_id = $1 AND i.kind = 'change' AND i.plan_id = $2 AND o.requester_id = $3 AND o.state = 'draft'
   ORDER BY o.id DESC LIMIT 1`;

/** The draft of the same migration that somebody began already. */
export async function begunDraft(
  manager: EntityManager,
  subscriptionId: string,
  successorId: string,
  requesterId: string,
): Promise<string | null> {
  const [draft]: { id: string }[] = await manager.query(DRAFT, [subscriptionId, successorId, requesterId]);
  return draft?.id ?? null;
}

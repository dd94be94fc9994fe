import { appliedTo, DomainError, dayIn, type SubscribedNow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../../catalog/plans/plan.entity.js';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { OrderItemEntity } from '../order-item.entity.js';
import type { OrderRow } from '../order-rows.js';
import { SubscriptionChangeEntity } from './subscription-change.entity.js';
import { SubscriptionEntity } from './subscription.entity.js';
import { pricesOfSubscription } from './subscription-prices.js';

/** What an accepted item makes of its subscription, with the entry in its history. */
export async function applyItem(
  tx: EntityManager,
  act: PublicAct,
  order: OrderRow,
  item: OrderItemEntity,
): Promise<void> {
  const { timeZone } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
  const today = dayIn(timeZone, act.at);
  const { serviceId } = await tx.findOneByOrFail(PlanEntity, { id: item.planId });
  const lock = { mode: 'for_no_key_update' } as const;
  const before =
    item.kind === 'subscribe'
      ? null
      : await tx.findOneOrFail(SubscriptionEntity, { where: { id: item.subscriptionId! }, lock });
  const { change, ...now }: SubscribedNow = appliedTo(before, item, today);
  const id = before?.id ?? uuidv7(act.at);
  if (before) {
    await tx.update(SubscriptionEntity, { id }, { ...now, version: before.version + 1 });
  } else {
    const { unitId, beneficiaryId, requesterId: ownerId } = order;
    await tx.insert(SubscriptionEntity, {
      id,
      serviceId,
      unitId,
      beneficiaryId,
      ownerId,
      startedAt: act.at,
      startedOn: today,
      ...now,
    });
    await tx.update(OrderItemEntity, { id: item.id }, { subscriptionId: id });
  }
  const prices = change.keepsPrices ? await pricesOfSubscription(tx, id, change.fromDate) : item.prices;
  if (!prices) throw new DomainError('NOT_PINNED', 'This item was never submitted.');
  await tx.insert(SubscriptionChangeEntity, {
    id: uuidv7(act.at),
    subscriptionId: id,
    at: act.at,
    fromDate: change.fromDate,
    planId: now.planId,
    planVersion: now.planVersion,
    quantity: now.quantity,
    state: change.state,
    prices,
    orderItemId: item.id,
  });
}

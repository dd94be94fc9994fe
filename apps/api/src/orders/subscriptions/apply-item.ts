import { appliedTo, DomainError, dayIn, entriesOf } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../../catalog/plans/plan.entity.js';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { needsOfOrder } from '../budgets/needs-of-order.js';
import { recommit } from '../budgets/recommit.js';
import { OrderItemEntity } from '../order-item.entity.js';
import type { OrderRow } from '../order-rows.js';
import { SubscriptionChangeEntity } from './subscription-change.entity.js';
import { SubscriptionEntity } from './subscription.entity.js';

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
  const { fromDate, ...now } = appliedTo(before, item, today);
  const id = before?.id ?? uuidv7(act.at);
  if (before) {
    // A migration may lead to a plan of another service.
    await tx.update(SubscriptionEntity, { id }, { ...now, serviceId, version: before.version + 1 });
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
  if (!item.prices) throw new DomainError('NOT_PINNED', 'This item was never submitted.');
  const written = await tx.find(SubscriptionChangeEntity, {
    where: { subscriptionId: id },
    order: { fromDate: 'ASC', id: 'ASC' },
  });
  const entries = entriesOf(written, { ...item, prices: item.prices }, fromDate);
  await tx.insert(
    SubscriptionChangeEntity,
    entries.map(({ planId, planVersion, quantity, state, prices, orderItemId, fromDate: from }) => ({
      id: uuidv7(act.at),
      subscriptionId: id,
      at: act.at,
      fromDate: from,
      planId,
      planVersion,
      quantity,
      state,
      prices: [...prices],
      orderItemId,
    })),
  );
  await tx.query(KEEP_SUBSCRIBER, [id]);
  const { needs: stillNeeds } = await needsOfOrder(tx, order, act.at);
  await recommit(tx, act, [id], { accepted: { id: order.id, stillNeeds } });
}

/** Who gets a plan whose end is decided is one of those who have to move. */
const KEEP_SUBSCRIBER = `
  INSERT INTO retirement_subscriber (retirement_id, subscription_id, plan_id)
  SELECT r.id, b.id, b.plan_id FROM subscription b JOIN retirement_path path ON path.plan_id = b.plan_id
    JOIN retirement r ON r.id = path.retirement_id AND r.state = 'decided'
   WHERE b.id = $1 ON CONFLICT DO NOTHING`;

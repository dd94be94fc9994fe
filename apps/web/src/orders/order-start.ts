import type { OrderDraftQuery, OrderKind, SubscriptionToOrderQuery } from '../generated/graphql';
import { limitValues } from './limit-values';
import { newItem, type ItemValues, type OrderValues } from './order-values';

type Draft = NonNullable<OrderDraftQuery['order']>;
type Subscription = NonNullable<SubscriptionToOrderQuery['subscription']>;

/** A draft as it was kept. */
export function draftValues({ items, beneficiary, unit, reason, startOn }: Draft): OrderValues {
  return {
    beneficiaryId: beneficiary.id,
    unitId: unit.id,
    reason,
    startOn,
    items: items.map(({ id, kind, service, plan, quantity, limits, subscription, answers, serviceVersionId }) =>
      newItem(service.slug, {
        keptId: id,
        kind,
        planId: plan.id,
        quantity,
        limits: limitValues(limits),
        subscriptionId: subscription?.id ?? null,
        answers: answers as ItemValues['answers'],
        serviceVersionId,
      }),
    ),
  };
}

/** Something live that is to be changed, as it is, with what was answered for it last. */
export function subscriptionItem(subscription: Subscription, kind: OrderKind): ItemValues {
  const { id, service, plan, quantity, orders } = subscription;
  const limits = limitValues(subscription.limits);
  const answered = orders
    .filter(({ state }) => state === 'COMPLETED')
    .flatMap(({ items }) => items)
    .find((item) => item.subscription?.id === id && (item.kind === 'SUBSCRIBE' || item.kind === 'CHANGE'));
  const answers = (answered?.answers ?? {}) as ItemValues['answers'];
  return newItem(service.slug, { kind, planId: plan.id, quantity, limits, subscriptionId: id, answers });
}

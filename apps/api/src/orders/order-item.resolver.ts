import { canMoveOrder, type ItemStanding, itemStanding, type OrderMove } from '@accord/domain';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Plan, PriceComponent } from '../catalog/plans/plan.type.js';
import { serviceById } from '../catalog/services/service.loader.js';
import { Service } from '../catalog/services/service.type.js';
import { explain } from '../performance/explanation/explain.js';
import { ExplanationStep } from '../performance/explanation/explanation.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { asColleague } from './colleague.js';
import { costOfItem, draftStart, type ItemCostRow } from './cost-of-order.js';
import { deliveryOf, type DeliveryRow } from './delivery.loader.js';
import { FulfilmentTask } from './fulfilment/fulfilment-task.type.js';
import { HELD_BACK, OrderItemCost } from './order-cost.type.js';
import type { OrderItemEntity } from './order-item.entity.js';
import { orderById, planById, tasksOfItem } from './order.loader.js';
import { ItemStandingEnum, Order, OrderDelivery, OrderedBundle, OrderItem } from './order.type.js';
import { orderedBundle } from './ordered-bundle.resolver.js';
import { subscriptionById } from './subscriptions/subscription.loader.js';
import { ServiceSubscription } from './subscriptions/subscription.type.js';

@Resolver(() => OrderItem)
export class OrderItemResolver {
  @ResolveField(() => Order)
  order(@Parent() { orderId }: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(orderById, orderId);
  }

  @ResolveField(() => Service)
  async service(@Parent() { planId }: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    const { serviceId } = (await loaders.load(planById, planId))!;
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Plan)
  plan(@Parent() { planId }: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, planId);
  }

  @ResolveField(() => Int, { nullable: true, description: 'Plan version pinned at submission; null in a draft.' })
  planVersion(@Parent() { prices, planVersion }: OrderItemEntity) {
    return prices && planVersion;
  }

  @ResolveField(() => [PriceComponent], {
    description: 'As pinned at submission; of a draft those of the day on which it would begin.',
  })
  async prices(@Parent() item: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    if (item.prices) return item.prices;
    const order = (await loaders.load(orderById, item.orderId))!;
    return (await draftStart(loaders, order, item)).prices ?? [];
  }

  @ResolveField(() => CalendarDateScalar, { nullable: true, description: HELD_BACK })
  async heldBackTo(@Parent() item: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    const order = (await loaders.load(orderById, item.orderId))!;
    return item.prices || order.state !== 'draft'
      ? item.heldBackTo
      : (await draftStart(loaders, order, item)).heldBackTo;
  }

  @ResolveField(() => OrderItemCost, { nullable: true })
  cost(@Parent() item: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    return costOfItem(loaders, item);
  }

  @ResolveField(() => OrderDelivery, {
    nullable: true,
    description:
      'Null when nothing is promised, in a draft, and once it was given up, or its order rejected, cancelled or failed.',
  })
  delivery(@Parent() item: OrderItemEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return deliveryOf(loaders, item, act.at);
  }

  @ResolveField(() => [FulfilmentTask], { description: 'Oldest first; none until it is approved.' })
  tasks(@Parent() { id }: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(tasksOfItem, id);
  }

  @ResolveField(() => ItemStandingEnum)
  standing(@Parent() item: OrderItemEntity) {
    return itemStanding(item);
  }

  @ResolveField(() => Boolean, { description: 'Before the rest of the order is delivered.' })
  viewerCanAccept(@Parent() item: OrderItemEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may(item, act, loaders, 'delivered', 'acceptItem');
  }

  @ResolveField(() => Boolean, { description: 'It is delivered, and not as ordered.' })
  viewerCanSendBack(@Parent() item: OrderItemEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may(item, act, loaders, 'delivered', 'sendBackItem');
  }

  @ResolveField(() => Boolean, { description: 'While the rest of the order goes on.' })
  viewerCanFail(@Parent() item: OrderItemEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may(item, act, loaders, 'open', 'failItem');
  }

  @ResolveField(() => OrderedBundle, { nullable: true, description: 'Null: it is ordered by itself.' })
  bundle(@Parent() item: OrderItemEntity) {
    return orderedBundle(item);
  }

  @ResolveField(() => ServiceSubscription, {
    nullable: true,
    description: 'What it changes, or what its acceptance began.',
  })
  subscription(@Parent() { subscriptionId }: OrderItemEntity, @CurrentLoaders() loaders: Loaders) {
    return subscriptionId && loaders.load(subscriptionById, subscriptionId);
  }
}

/** Whether the viewer makes the move with an item that stands like that. */
async function may(
  item: OrderItemEntity,
  { viewer }: Act,
  loaders: Loaders,
  standing: ItemStanding,
  move: OrderMove,
): Promise<boolean> {
  if (itemStanding(item) !== standing) return false;
  const order = (await loaders.load(orderById, item.orderId))!;
  return canMoveOrder(await asColleague(loaders, viewer), order, move);
}

@Resolver(() => OrderItemCost)
export class OrderItemCostResolver {
  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: ItemCostRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

@Resolver(() => OrderDelivery)
export class OrderDeliveryResolver {
  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation, calendarId }: DeliveryRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation, [`calendar:${calendarId}`]);
  }
}

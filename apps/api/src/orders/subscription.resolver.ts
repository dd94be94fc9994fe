import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Plan, PriceComponent } from '../catalog/plans/plan.type.js';
import { serviceById } from '../catalog/services/service.loader.js';
import { Service } from '../catalog/services/service.type.js';
import { businessUnitById } from '../people/business-unit.loader.js';
import { BusinessUnit } from '../people/business-unit.type.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { Money } from '../platform/graphql/money.type.js';
import type { OrderRow } from './order-rows.js';
import { orderById, planById } from './order.loader.js';
import { Order, ServiceSubscription, SubscriptionConnection } from './order.type.js';
import type { SubscriptionEntity } from './subscription.entity.js';
import { SubscriptionLists } from './subscription-lists.js';

@Resolver(() => ServiceSubscription)
export class SubscriptionResolver {
  constructor(private readonly lists: SubscriptionLists) {}

  @Query(() => SubscriptionConnection, {
    description:
      "The viewer's own and those of the units whose budgets the viewer owns; of everybody for the BT office and auditors. Newest first.",
  })
  subscriptions(
    @CurrentAct() act: Act,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(act, first ?? 50, after);
  }

  @ResolveField(() => Order)
  order(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return orderOf(subscription, loaders);
  }

  @ResolveField(() => Service)
  async service(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, (await orderOf(subscription, loaders)).serviceId);
  }

  @ResolveField(() => Plan)
  async plan(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, (await orderOf(subscription, loaders)).planId);
  }

  @ResolveField(() => Int, { description: 'As pinned when it was ordered.' })
  async planVersion(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return (await orderOf(subscription, loaders)).planVersion;
  }

  @ResolveField(() => BusinessUnit, { description: 'Who pays.' })
  async unit(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, (await orderOf(subscription, loaders)).unitId);
  }

  @ResolveField(() => Person)
  async beneficiary(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, (await orderOf(subscription, loaders)).beneficiaryId);
  }

  @ResolveField(() => Int)
  async quantity(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return (await orderOf(subscription, loaders)).quantity;
  }

  @ResolveField(() => [PriceComponent], { description: 'As pinned when it was ordered.' })
  async prices(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    return (await orderOf(subscription, loaders)).prices;
  }

  @ResolveField(() => Money, { description: 'Recurring prices per month, for the whole quantity.' })
  async monthly(@Parent() subscription: SubscriptionEntity, @CurrentLoaders() loaders: Loaders) {
    const { monthly, currency } = await orderOf(subscription, loaders);
    return { amount: monthly!, currency };
  }
}

/** There is no subscription without its order. */
async function orderOf({ orderId }: SubscriptionEntity, loaders: Loaders): Promise<OrderRow> {
  return (await loaders.load(orderById, orderId))!;
}

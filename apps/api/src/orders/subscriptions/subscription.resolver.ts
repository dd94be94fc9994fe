import {
  boundTo,
  canChangeSubscriptionOwner,
  canOrder,
  closedRefusal,
  inCurrencyDigits,
  limitsOf,
  orderCost,
  orderingRefusal,
  orderNumber,
  orderRefusal,
  ORDER_KINDS,
  promiseHeld,
  subscriptionRefusal,
} from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { agreementById } from '../../agreements/agreement.loader.js';
import { Agreement } from '../../agreements/agreement.type.js';
import { teamToday } from '../../catalog/management/service-management.loader.js';
import { Limit } from '../../catalog/plans/limit.type.js';
import { promisesOfPlan, suspendedIsChargedBy } from '../../catalog/plans/plan.loader.js';
import { Plan, PriceComponent } from '../../catalog/plans/plan.type.js';
import { retiringOfPlan } from '../../catalog/retirement/retirement.loader.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import type { OrderItemEntity } from '../order-item.entity.js';
import { orderById, planById } from '../order.loader.js';
import { Order, OrderedBundle } from '../order.type.js';
import type { SubscriptionChangeEntity } from './subscription-change.entity.js';
import { SubscriptionLists } from './subscription-lists.js';
import { becomes, type SubscriptionRow } from './subscription-rows.js';
import { bundleOfSubscription, changesOfSubscription, itemById, ordersOfSubscription } from './subscription.loader.js';
import {
  ChangeSubscriptionOwnerPayload,
  ServiceSubscription,
  SubscriptionAction,
  SubscriptionChange,
  SubscriptionConnection,
} from './subscription.type.js';
import { Subscriptions } from './subscriptions.js';

@Resolver(() => ServiceSubscription)
export class SubscriptionResolver {
  constructor(
    private readonly lists: SubscriptionLists,
    private readonly useCases: Subscriptions,
  ) {}

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

  @Query(() => ServiceSubscription, { nullable: true })
  subscription(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @Mutation(() => ChangeSubscriptionOwnerPayload, { description: 'Who answers for it from now on.' })
  changeSubscriptionOwner(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('ownerId', { type: () => ID }) ownerId: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('subscription', () => this.useCases.changeOwner({ ...act, reason }, id, version, ownerId));
  }

  @ResolveField(() => Order, { nullable: true, description: 'The order that began it.' })
  async order(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    const first = (await loaders.load(ordersOfSubscription, id)).at(-1);
    return first && loaders.load(orderById, first);
  }

  @ResolveField(() => OrderedBundle, { nullable: true, description: 'That it was ordered with.' })
  bundle(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(bundleOfSubscription, id);
  }

  @ResolveField(() => [Order], { description: 'Those that began and changed it, or are to change it; newest first.' })
  async orders(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(ordersOfSubscription, id);
    return Promise.all(ids.map((order) => loaders.load(orderById, order)));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Plan)
  plan(@Parent() { planId }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, planId);
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'The SLA that comes with it today: that of its plan, or the one before until the notice is over.',
  })
  async agreement(@Parent() { planId, planVersion }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const promises = await loaders.load(promisesOfPlan, planId);
    const held = promiseHeld(promises, planVersion, today) ?? (await loaders.load(planById, planId))!;
    return held.agreementId && loaders.load(agreementById, held.agreementId);
  }

  @ResolveField(() => BusinessUnit, { description: 'Who pays.' })
  unit(@Parent() { unitId }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => Person)
  beneficiary(@Parent() { beneficiaryId }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, beneficiaryId);
  }

  @ResolveField(() => Person, { description: 'Who answers for it.' })
  owner(@Parent() { ownerId }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, ownerId);
  }

  @ResolveField(() => [PriceComponent], { description: 'As they are today.' })
  prices(@Parent() { prices }: SubscriptionRow) {
    return prices;
  }

  @ResolveField(() => [Limit], { description: 'What is set aside today.' })
  limits(@Parent() { prices, quantity }: SubscriptionRow) {
    return limitsOf(prices, quantity);
  }

  @ResolveField(() => Money, {
    description:
      'Recurring prices of today per month, for the whole quantity; nothing once it has ended, or while suspended days are free.',
  })
  monthly(@Parent() { prices, quantity, currency, state, suspendedIsCharged, startedOn }: SubscriptionRow) {
    if (state === 'ended' || (state === 'suspended' && !suspendedIsCharged))
      return { amount: inCurrencyDigits('0', currency), currency };
    const { monthly: amount } = orderCost({ prices, quantity, currency, from: startedOn, to: null });
    return { amount, currency };
  }

  @ResolveField(() => CalendarDateScalar, {
    nullable: true,
    description:
      'The last day of the term that binds it, if it has no last day yet: no termination ends it earlier, and less of it begins on the day after. Null where nothing does.',
  })
  async boundTo(@Parent() row: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    if (row.endsOn !== null) return null;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    return boundTo(row, today, (await loaders.load(retiringOfPlan, row.planId)) !== null);
  }

  @ResolveField(() => [SubscriptionChange], { description: 'What it is, was and will be, the latest day first.' })
  history(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(changesOfSubscription, id);
  }

  @ResolveField(() => [SubscriptionAction], { description: 'What may be done with it next.' })
  async actions(@Parent() row: SubscriptionRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const service = (await loaders.load(serviceById, row.serviceId))!;
    const hasTeam = (await teamToday(loaders, service.id)) !== null;
    const retiring = await loaders.load(retiringOfPlan, row.planId);
    const plan = (await loaders.load(planById, row.planId))!;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const facts = {
      ...row,
      hasTerm: row.renewsOn !== null,
      hasAhead: becomes(row) !== null,
      busyWith: row.busyWith === null ? null : orderNumber(row.busyWith),
    };
    const unit = (await loaders.load(businessUnitById, row.unitId))!;
    return ORDER_KINDS.filter((kind) => kind !== 'subscribe').map((kind) => {
      const asLive =
        kind === 'renew'
          ? service
          : { ...service, lifecycle: service.lifecycle === 'retiring' ? ('live' as const) : service.lifecycle };
      const closed = kind === 'renew' ? closedRefusal(plan, retiring, today) : null;
      const refusal =
        closed ??
        orderRefusal(viewer, asLive, { hasTeam, plans: 1 }, null, [kind]) ??
        // Requesters are told at the form; who only pays may do less, of what they pay.
        (canOrder(viewer) ? null : orderingRefusal(viewer, unit, [kind])) ??
        subscriptionRefusal(kind, facts);
      return { kind, refusal: refusal?.message ?? null };
    });
  }

  @ResolveField(() => Boolean)
  viewerCanChangeOwner(@Parent() row: SubscriptionRow, @CurrentAct() { viewer }: Act) {
    return row.state !== 'ended' && canChangeSubscriptionOwner(viewer, row);
  }
}

@Resolver(() => SubscriptionChange)
export class SubscriptionChangeResolver {
  @ResolveField(() => Plan)
  plan(@Parent() { planId }: SubscriptionChangeEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, planId);
  }

  @ResolveField(() => [PriceComponent])
  prices(@Parent() { prices }: SubscriptionChangeEntity) {
    return prices;
  }

  @ResolveField(() => [Limit], { description: 'What is set aside from then on.' })
  limits(@Parent() { prices, quantity }: SubscriptionChangeEntity) {
    return limitsOf(prices, quantity);
  }

  @ResolveField(() => Boolean, { description: 'Whether days on which it is suspended cost as much as others.' })
  suspendedIsCharged(@Parent() { prices }: SubscriptionChangeEntity, @CurrentLoaders() loaders: Loaders) {
    return prices[0] ? loaders.load(suspendedIsChargedBy, prices[0].id) : false;
  }

  @ResolveField(() => Order, {
    nullable: true,
    description: 'Null for a change of price, a renewal by itself, or an end by date.',
  })
  async order(@Parent() { orderItemId }: SubscriptionChangeEntity, @CurrentLoaders() loaders: Loaders) {
    const item: OrderItemEntity | null = orderItemId ? await loaders.load(itemById, orderItemId) : null;
    return item && loaders.load(orderById, item.orderId);
  }
}

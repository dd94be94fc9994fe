import { canMoveOrder, canSeeBudget, nextOf, orderNumber, type OrderMove, type OrderState } from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PriceComponent, Plan } from '../catalog/plans/plan.type.js';
import { pricesOfPlan } from '../catalog/plans/plan.loader.js';
import { serviceById } from '../catalog/services/service.loader.js';
import { Service } from '../catalog/services/service.type.js';
import { businessUnitById } from '../people/business-unit.loader.js';
import { BusinessUnit } from '../people/business-unit.type.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { teamById } from '../people/team.loader.js';
import { Team } from '../people/team.type.js';
import { explain } from '../performance/explanation/explain.js';
import { ExplanationStep } from '../performance/explanation/explanation.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { asColleague } from './colleague.js';
import { type CostRow, costOfOrder } from './cost-of-order.js';
import { deliveryOf, type DeliveryRow } from './delivery.loader.js';
import { OrderCost } from './order-cost.type.js';
import { OrderLists } from './order-lists.js';
import type { OrderEventEntity } from './order-event.entity.js';
import type { OrderRow } from './order-rows.js';
import { eventsOfOrder, planById, subscriptionOfOrder, taskOfOrder } from './order.loader.js';
import { Budget } from './budgets/budget.type.js';
import { budgetById } from './budgets/budget.loader.js';
import {
  type Assigned,
  AssignedEnum,
  ApprovalDecision,
  FulfilmentTask,
  Order,
  OrderConnection,
  OrderDelivery,
  OrderEvent,
  OrderScopeEnum,
  OrderStateEnum,
  type OrderScope,
  ServiceSubscription,
} from './order.type.js';

@Resolver(() => Order)
export class OrderResolver {
  constructor(private readonly lists: OrderLists) {}

  @Query(() => OrderConnection)
  orders(
    @CurrentAct() act: Act,
    @Args('scope', { type: () => OrderScopeEnum, defaultValue: 'mine', nullable: true }) scope: OrderScope | null,
    @Args('states', { type: () => [OrderStateEnum], nullable: true }) states: OrderState[] | null,
    @Args('assigned', { type: () => AssignedEnum, nullable: true }) assigned: Assigned | null,
    @Args('search', { type: () => String, nullable: true, description: 'A number, or part of a service name.' })
    search: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(act, { scope: scope ?? 'mine', states, assigned, search, first: first ?? 50, after });
  }

  @Query(() => Order, { nullable: true })
  order(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @ResolveField(() => String, { description: 'Told to people: A-1042.' })
  number(@Parent() { number }: OrderRow) {
    return orderNumber(number);
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Plan)
  plan(@Parent() { planId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, planId);
  }

  @ResolveField(() => Int, { nullable: true, description: 'Plan version pinned at submission; null in a draft.' })
  planVersion(@Parent() { submittedAt, planVersion }: OrderRow) {
    return submittedAt && planVersion;
  }

  @ResolveField(() => BusinessUnit, { description: 'Who pays.' })
  unit(@Parent() { unitId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => Person)
  requester(@Parent() { requesterId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, requesterId);
  }

  @ResolveField(() => Person, { description: 'The person it is for.' })
  beneficiary(@Parent() { beneficiaryId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, beneficiaryId);
  }

  @ResolveField(() => [PriceComponent], { description: 'As pinned at submission; of a draft as they are now.' })
  prices(@Parent() { prices, planId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return prices ?? loaders.load(pricesOfPlan, planId);
  }

  @ResolveField(() => OrderCost, { nullable: true })
  cost(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return costOfOrder(loaders, order);
  }

  @ResolveField(() => [Person], {
    description: 'Who acts next; empty when nobody does, or a team as a whole.',
  })
  nextActors(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(nextOf(order).personIds.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => Team, { nullable: true, description: 'The team that acts next as a whole.' })
  nextTeam(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    const { teamId } = nextOf(order);
    return teamId && loaders.load(teamById, teamId);
  }

  @ResolveField(() => [Person], {
    description: 'Budget owners who may decide: found at submission, and anew when all of them lost the role.',
  })
  approvers(@Parent() { approverIds }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(approverIds.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => ApprovalDecision, { nullable: true })
  decision(@Parent() order: OrderRow) {
    if (!order.decidedAt) return null;
    const { decidedAt: at, decidedById: byId, decisionReason: reason, state } = order;
    return { approved: state !== 'rejected', at, byId, reason };
  }

  @ResolveField(() => OrderDelivery, {
    nullable: true,
    description: 'Null when nothing is promised, in a draft, and once the order was rejected, cancelled or failed.',
  })
  delivery(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return deliveryOf(loaders, order, act.at);
  }

  @ResolveField(() => FulfilmentTask, { nullable: true })
  task(@Parent() { id }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(taskOfOrder, id);
  }

  @ResolveField(() => ServiceSubscription, { nullable: true })
  subscription(@Parent() { id }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(subscriptionOfOrder, id);
  }

  @ResolveField(() => [OrderEvent], { description: 'Oldest first.' })
  events(@Parent() { id }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(eventsOfOrder, id);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'submit');
  }

  @ResolveField(() => Boolean, { description: 'A rule may still refuse it.' })
  viewerCanSubmit(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'submit');
  }

  @ResolveField(() => Boolean)
  viewerCanCancel(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'cancel');
  }

  @ResolveField(() => Boolean)
  viewerCanApprove(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'approve');
  }

  @ResolveField(() => Boolean)
  viewerCanStart(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'start');
  }

  @ResolveField(() => Boolean)
  viewerCanDeliver(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'deliver');
  }

  @ResolveField(() => Boolean)
  viewerCanFail(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'fail');
  }

  @ResolveField(() => Boolean)
  viewerCanAccept(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'accept');
  }

  private async may(order: OrderRow, { viewer }: Act, loaders: Loaders, move: OrderMove): Promise<boolean> {
    return canMoveOrder(await asColleague(loaders, viewer), order, move);
  }
}

@Resolver(() => OrderCost)
export class OrderCostResolver {
  @ResolveField(() => Budget, {
    nullable: true,
    description: 'Null where there is none, or the viewer may not see it.',
  })
  async budget(
    @Parent() { budgetId, approverIds }: CostRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const budget = budgetId && (await loaders.load(budgetById, budgetId));
    if (!budget) return null;
    return approverIds.includes(viewer.personId) || canSeeBudget(viewer, budget.unitId) ? budget : null;
  }

  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: CostRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

@Resolver(() => ApprovalDecision)
export class ApprovalDecisionResolver {
  @ResolveField(() => Person)
  by(@Parent() { byId }: { byId: string }, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, byId);
  }
}

@Resolver(() => OrderEvent)
export class OrderEventResolver {
  @ResolveField(() => Person)
  by(@Parent() { byId }: OrderEventEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, byId);
  }
}

@Resolver(() => OrderDelivery)
export class OrderDeliveryResolver {
  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation, calendarId }: DeliveryRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation, [`calendar:${calendarId}`]);
  }
}

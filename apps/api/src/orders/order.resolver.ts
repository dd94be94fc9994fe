import {
  cancellationOf,
  canMoveOrder,
  canSeeBudget,
  canCommentOnOrder,
  isNothingDelivered,
  nextOf,
  orderNumber,
  type OrderKind,
  type OrderMove,
  type OrderState,
} from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { businessUnitById } from '../people/business-unit.loader.js';
import { BusinessUnit } from '../people/business-unit.type.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { teamById } from '../people/team.loader.js';
import { Team } from '../people/team.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { budgetById } from './budgets/budget.loader.js';
import { Budget } from './budgets/budget.type.js';
import { stagesOfOrder } from './approvals/approval.loader.js';
import { heldSeats } from './approvals/stage-rows.js';
import { deciders } from './approvals/deciders.loader.js';
import { asColleague } from './colleague.js';
import { type CostRow, costOfOrder } from './cost-of-order.js';
import { DeliveredInput } from './delivered.input.js';
import { OrderCost } from './order-cost.type.js';
import type { OrderEventEntity } from './order-event.entity.js';
import { OrderLists } from './order-lists.js';
import { maySayDone, teamsAtWork } from './fulfilment/own-deliveries.js';
import type { OrderRow } from './order-rows.js';
import { nextPersons } from './next-persons.js';
import { stuckBecause } from './stuck-because.js';
import { eventsOfOrder, itemById, itemsOfOrder } from './order.loader.js';
import {
  ApprovalDecision,
  type Assigned,
  AssignedEnum,
  Order,
  OrderConnection,
  OrderEvent,
  OrderItem,
  OrderKindEnum,
  type OrderScope,
  OrderScopeEnum,
  OrderStateEnum,
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
    @Args('kinds', { type: () => [OrderKindEnum], nullable: true }) kinds: OrderKind[] | null,
    @Args('unitId', { type: () => ID, nullable: true, description: 'The unit that pays, with those below it.' })
    unitId: string | null,
    @Args('delivered', { type: () => DeliveredInput, nullable: true }) delivered: DeliveredInput | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const asked = { scope: scope ?? 'mine', states, assigned, search, kinds, unitId, delivered } as const;
    return this.lists.page(act, { ...asked, first: first ?? 50, after });
  }

  @Query(() => Order, { nullable: true })
  order(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @ResolveField(() => String, { description: 'Told to people: A-1042.' })
  number(@Parent() { number }: OrderRow) {
    return orderNumber(number);
  }

  @ResolveField(() => [OrderItem], { description: 'In their order; at least one.' })
  items(@Parent() { id }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(itemsOfOrder, id);
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

  @ResolveField(() => OrderCost, { nullable: true, description: 'Of all items.' })
  cost(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return costOfOrder(loaders, order);
  }

  @ResolveField(() => [Person], {
    description: 'Who acts next, in the stead of who has left too; empty when nobody does, or teams as a whole.',
  })
  async nextActors(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all((await nextPersons(loaders, order)).map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it waits though nobody is left who could act, and who changes that; null where somebody can.',
  })
  stuckBecause(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return stuckBecause(loaders, order);
  }

  @ResolveField(() => [Team], { description: 'The teams that act next as a whole.' })
  nextTeams(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(nextOf(order).teamIds.map((id) => loaders.load(teamById, id)));
  }

  @ResolveField(() => [Person], {
    description: 'Who is asked in any of its stages: found at submission, and anew when too many of them have left.',
  })
  async approvers(@Parent() { id: orderId }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    const stages = await loaders.load(stagesOfOrder, orderId);
    const asked = new Set(stages.flatMap((stage) => heldSeats(stage).map(({ personId }) => personId)));
    return Promise.all([...asked].map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => ApprovalDecision, { nullable: true })
  decision(@Parent() order: OrderRow) {
    if (!order.decidedAt) return null;
    const { decidedAt: at, decidedById: byId, decisionReason: reason, state } = order;
    return { approved: state !== 'rejected', at, byId, reason };
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

  @ResolveField(() => Boolean, { description: 'At once; once the work has begun it is a request to the team.' })
  viewerCanCancel(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'cancel', 'askCancellation');
  }

  @ResolveField(() => Boolean)
  viewerCanAnswerCancellation(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'grantCancellation');
  }

  @ResolveField(() => Boolean, { description: 'Grants the cancellation of what was not accepted yet; the rest stays.' })
  async viewerCanCancelRest(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (!(await this.may(order, act, loaders, 'cancelRest'))) return false;
    return cancellationOf(await loaders.load(itemsOfOrder, order.id)) === 'cancelRest';
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (!(await this.may(order, act, loaders, 'approve'))) return false;
    return (await deciders(loaders, order)).includes(act.viewer.personId);
  }

  @ResolveField(() => Boolean, { description: 'A question that the requester answers before the order goes on.' })
  viewerCanAsk(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'askBeforeApproval', 'askDuringWork');
  }

  @ResolveField(() => Boolean)
  viewerCanAnswer(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'answer');
  }

  @ResolveField(() => Boolean, { description: 'Whoever has to do with an order that is no draft.' })
  async viewerCanComment(@Parent() order: OrderRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canCommentOnOrder(await asColleague(loaders, viewer), order);
  }

  @ResolveField(() => Boolean)
  viewerCanStart(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'start');
  }

  @ResolveField(() => Boolean)
  viewerCanHold(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'hold');
  }

  @ResolveField(() => Boolean)
  viewerCanRelease(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'release');
  }

  @ResolveField(() => Boolean)
  async viewerCanDeliver(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (!(await this.may(order, act, loaders, 'deliver'))) return false;
    return maySayDone(loaders, act, order, teamsAtWork(order));
  }

  @ResolveField(() => Boolean, { description: 'While nothing of it is delivered.' })
  async viewerCanFail(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (!(await this.may(order, act, loaders, 'fail'))) return false;
    return isNothingDelivered(await loaders.load(itemsOfOrder, order.id));
  }

  @ResolveField(() => Boolean)
  viewerCanRetry(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'retry');
  }

  @ResolveField(() => Boolean)
  viewerCanAccept(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'accept');
  }

  @ResolveField(() => Boolean, { description: 'What is delivered is not as ordered.' })
  viewerCanSendBack(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(order, act, loaders, 'sendBack');
  }

  private async may(order: OrderRow, { viewer }: Act, loaders: Loaders, ...moves: OrderMove[]): Promise<boolean> {
    const colleague = await asColleague(loaders, viewer);
    return moves.some((move) => canMoveOrder(colleague, order, move));
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
}

@Resolver(() => ApprovalDecision)
export class ApprovalDecisionResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Null where a rule decided.' })
  by(@Parent() { byId }: { byId: string | null }, @CurrentLoaders() loaders: Loaders) {
    return byId && loaders.load(personById, byId);
  }
}

@Resolver(() => OrderEvent)
export class OrderEventResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Null for a rule, a date or silence.' })
  by(@Parent() { byId }: OrderEventEntity, @CurrentLoaders() loaders: Loaders) {
    return byId && loaders.load(personById, byId);
  }

  @ResolveField(() => OrderItem, { nullable: true, description: 'What was delivered, given up or accepted by itself.' })
  item(@Parent() { orderItemId }: OrderEventEntity, @CurrentLoaders() loaders: Loaders) {
    return orderItemId && loaders.load(itemById, orderItemId);
  }

  @ResolveField()
  move(@Parent() { move }: OrderEventEntity) {
    return move === 'draft' ? null : move;
  }
}

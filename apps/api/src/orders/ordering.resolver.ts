import {
  canApproveOrders,
  canFulfil,
  canManageBudgets,
  canOrder,
  canSeeBudgets,
  canSeeService,
  orderRefusal,
  type Viewer as DomainViewer,
} from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { calendarById } from '../agreements/calendars/service-calendar.loader.js';
import { teamToday } from '../catalog/management/service-management.loader.js';
import type { PlanEntity } from '../catalog/plans/plan.entity.js';
import { plansOfService } from '../catalog/plans/plan.loader.js';
import { Plan } from '../catalog/plans/plan.type.js';
import { notEntitled } from '../catalog/services/not-entitled.js';
import { retiringOfPlan } from '../catalog/retirement/retirement.loader.js';
import type { ServiceEntity } from '../catalog/services/service.entity.js';
import { Service } from '../catalog/services/service.type.js';
import { enterpriseToday } from '../people/enterprise.loader.js';
import { Viewer } from '../people/viewer.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { wasAsked } from './approvals/approval.loader.js';
import { asColleague } from './colleague.js';
import { DeliveryPromise } from './delivery-promise.type.js';

@Resolver(() => Plan)
export class PlanDeliveryResolver {
  @ResolveField(() => DeliveryPromise, { nullable: true, description: 'Null = nothing is promised.' })
  async delivery(@Parent() { deliveryHours, deliveryCalendarId }: PlanEntity, @CurrentLoaders() loaders: Loaders) {
    if (deliveryHours === null || deliveryCalendarId === null) return null;
    return { targetHours: deliveryHours, calendar: await loaders.load(calendarById, deliveryCalendarId) };
  }
}

/** For who met the service on the way; what it is and whom it is for stays unsaid. */
const NOT_SEEN = 'This service is not in your catalog.';

@Resolver(() => Service)
export class OrderableServiceResolver {
  @ResolveField(() => Boolean)
  async viewerCanOrder(@Parent() service: ServiceEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return (await this.orderRefusal(service, act, loaders)) === null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the viewer cannot order it, in one sentence; null when they can.',
  })
  async orderRefusal(
    @Parent() service: ServiceEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!canSeeService(viewer, service)) return NOT_SEEN;
    const plans = await loaders.load(plansOfService, service.id);
    const hasTeam = (await teamToday(loaders, service.id)) !== null;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const offered = plans.filter(({ endedAt, endsOn }) => endedAt === null && (endsOn === null || endsOn >= today));
    const retiring = await Promise.all(offered.map(({ id }) => loaders.load(retiringOfPlan, id)));
    const open = retiring.filter((plan) => plan === null || plan.closesOn > today).length;
    const offer = { plans: open, hasTeam };
    return orderRefusal(viewer, service, offer, await notEntitled(viewer, service, loaders))?.message ?? null;
  }
}

@Resolver(() => Viewer)
export class OrderingViewerResolver {
  @ResolveField(() => Boolean)
  viewerCanOrder(@Parent() viewer: DomainViewer): boolean {
    return canOrder(viewer);
  }

  @ResolveField(() => Boolean, { description: 'Owns budgets, or was asked to approve an order for another reason.' })
  async viewerCanApproveOrders(@Parent() viewer: DomainViewer, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return canApproveOrders(viewer) || loaders.load(wasAsked, viewer.personId);
  }

  @ResolveField(() => Boolean, { description: 'Whether a team of the viewer fulfils orders.' })
  async viewerCanFulfil(@Parent() viewer: DomainViewer, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return canFulfil(await asColleague(loaders, viewer));
  }

  @ResolveField(() => Boolean)
  viewerCanSeeBudgets(@Parent() viewer: DomainViewer): boolean {
    return canSeeBudgets(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanManageBudgets(@Parent() viewer: DomainViewer): boolean {
    return canManageBudgets(viewer);
  }
}
